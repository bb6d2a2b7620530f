package dev.supie.domain.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/// CHAT-3: names are mapped to legal function names and back.
class LegalNamesTest {

    private static List<String> legal(Set<String> taken, String... names) {
        return List.copyOf(LegalNames.of(List.of(names), Function.identity(), taken).keySet());
    }

    @Test
    void dotsAndEverythingElseThatIsNotAllowedBecomeUnderscores() {
        assertEquals(
                List.of("self_audio_speaker_set_volume", "a-b_9", "____", "__x", "_"),
                legal(Set.of(), "self.audio_speaker.set_volume", "a-b_9", "设置音量", "😀\nx", ""));
    }

    @Test
    void whatComesToTheSameNameIsNumbered() {
        assertEquals(
                List.of("a_b", "a_b_2", "a_b_3", "a_b_2_2"),
                legal(Set.of(), "a.b", "a_b", "a b", "a_b_2"));
    }

    @Test
    void takenNamesAreLeftToTheirOwners() {
        assertEquals(List.of("tell_time_2"), legal(Set.of("tell_time"), "tell.time"));
    }

    @Test
    void longNamesAreCutAndStayDifferent() {
        String longName = "n".repeat(LegalNames.LENGTH_MAX);

        assertEquals(
                List.of(longName, "n".repeat(LegalNames.LENGTH_MAX - 2) + "_2"),
                legal(Set.of(), longName + "one", longName + "two"));
    }

    @Test
    void theyLeadBack() {
        assertEquals(
                "self.a",
                LegalNames.of(List.of("self.a"), Function.identity(), Set.of()).get("self_a"));
    }

    @Test
    void whateverTheNamesTheResultIsLegalAndNoneIsLost() {
        Random random = new Random(20261121);
        for (int round = 0; round < 500; round++) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                names.add(name(random));
            }
            var legal = LegalNames.of(names, Function.identity(), Set.of("a", "_", "__"));

            assertEquals(names, List.copyOf(legal.values()));
            for (String each : legal.keySet()) {
                assertTrue(each.matches("[a-zA-Z0-9_-]{1,64}"), each);
            }
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int length = random.nextInt(random.nextInt(10) == 0 ? 100 : 3);
        for (int i = 0; i < length; i++) {
            name.appendCodePoint("a_.-é中".codePointAt(random.nextInt(6)));
        }
        return name.toString();
    }
}
