package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.connection.Mode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// CFG-1: what is wrong with how badges are spoken to.
final class SpeakingConfigTest {

    private static final String CLOUD = "cloud: {base_url: 'https://h/v1', model: m}";

    @TempDir private Path folder = Path.of("");

    private List<String> problems(String keys) {
        return new ConfigText(folder).problems("tts: {" + keys + "}");
    }

    private SpeakingConfig speaking(String keys) {
        return new ConfigText(folder).config(keys).speaking();
    }

    private List<String> chain(String keys) {
        return speaking("tts: {" + keys + "}").inChain().stream()
                .map(SynthesizerConfig::alias)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chain: [nobody] | names nobody, which is not defined under tts",
                "chain: 5 | has an entry that is not a name",
                "head_start_frames: 6 | is above 5",
                "head_start_frames: -1 | is below 0",
                "espeak: {type: openai} | espeak is always the one of this machine",
                "espeak: {voice: '-w/tmp/x'} | is not the name of a voice",
                "espeak: {voice: 'a b'} | is not the name of a voice",
                "espeak: {speed: 5} | is above 4.0",
                "espeak: {timeout_ms: 100} | is below 500",
                "freetts: {base_url: 'https://h/v1'} | has no effect for what speaks on this",
                "cloud: {model: m} | tts.cloud.base_url: is missing",
                "cloud: {base_url: 'https://h/v1'} | tts.cloud.model: is missing",
                "cloud: {base_url: 'https://h/v1/audio/speech', model: m} | ends in /audio/speech",
                "cloud: {base_url: 'ws://h/v1', model: m} | does not start with http",
                "cloud: {base_url: 'https://h/v1', model: m, type: edge} | not one of the choices",
                "cloud: {base_url: 'https://h/v1', model: m, vioce: x} | did you mean",
            })
    void badKeys(String keys, String wrong) {
        List<String> problems = problems(keys);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().contains(wrong), problems::toString);
    }

    @Test
    void oneServiceIsAskedFirst() {
        assertEquals(List.of("cloud", "espeak", "freetts"), chain(CLOUD));
    }

    @Test
    void ofTwoServicesSomebodyHasToChoose() {
        List<String> problems = problems(CLOUD + ", near: {base_url: 'http://n/v1', model: m}");
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().contains("say who speaks first"), problems::toString);
    }

    @Test
    void oneThatNobodyAsksIsAWarning() {
        ConfigText text = new ConfigText(folder);
        List<String> warnings = text.warnings(text.read("tts: {chain: [espeak], " + CLOUD + "}"));
        assertEquals(1, warnings.size(), warnings::toString);
        assertTrue(warnings.getFirst().contains("add cloud to tts.chain"), warnings::toString);
    }

    @Test
    void noneAtAllIsFine() {
        assertEquals(List.of(), chain("chain: []"));
    }

    @Test
    void mtg1NothingIsSaidInMeetingsAndWhileWorkingUnlessWanted() {
        SpeakingConfig usual = speaking("");
        assertEquals(
                List.of(true, true),
                Stream.of(Mode.CHAT, Mode.CODING).map(usual::speaksIn).toList());
        assertFalse(usual.speaksIn(Mode.MEETING));
        assertFalse(usual.speaksIn(Mode.WORKING));
        SpeakingConfig wanted =
                speaking("{meeting: {disable_tts: false}, working: {disable_tts: false}}");
        for (Mode mode : Mode.values()) {
            assertTrue(wanted.speaksIn(mode), mode::toString);
        }
    }
}
