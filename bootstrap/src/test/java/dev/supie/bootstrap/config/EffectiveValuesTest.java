package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/// What `config show` prints.
final class EffectiveValuesTest {

    private static final String ODD_VALUES =
            """
            server:
              ip: "::"
              paths: [/supie/v1/, /x~y/]
              timezone_offset: -3.5
            data: {dir: "with space: and # \\u4e2d\\U0001F600"}
            llm:
              no: {base_url: "https://h/v1", model: "4.10", temperature: 0.25}
            asr:
              chain: [on, embedded]
              language: EN-us
              on: {type: FunASR, base_url: "wss://h:1/", language: yue}
            meeting:
              target_lang: en
              industry: tech
              term_map: {"*": {"a: b": "\\"c\\" \\\\ d", "null": "true"}, zh: {"1": "2"}}
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void namesTheOriginOfEveryValue() {
        String shown =
                ConfigText.loaded(
                                new ConfigText(folder)
                                        .read(
                                                "server:\n  ip: 127.0.0.1\n",
                                                Map.of("SUPIE_SERVER_PORT", "1"),
                                                "server.http_port=2",
                                                "data.password="))
                        .effectiveValues()
                        .yaml();

        assertTrue(
                shown.replace(folder + "/", "")
                        .startsWith(
                                """
                                server:
                                  ip: "127.0.0.1"                               # supie.yaml:2
                                  port: 1                                       # environment variable SUPIE_SERVER_PORT
                                  http_port: 2                                  # --set
                                  websocket:                                    # not set
                                """),
                shown);
        assertTrue(shown.contains("\nlog:\n  level: info"), shown);
    }

    @Test
    void whatIsShownReadsBackAsTheSameConfiguration() {
        var text = new ConfigText(folder);
        ConfigResult.Loaded first = ConfigText.loaded(text.read(ODD_VALUES));

        ConfigResult.Loaded second = ConfigText.loaded(text.read(first.effectiveValues().yaml()));

        assertEquals(first.config(), second.config());
        assertEquals("with space: and # 中😀", second.config().data().directory().toString());
    }

    @Test
    void theOnlyModelIsShownAsTheDefault() {
        String shown =
                ConfigText.loaded(
                                new ConfigText(folder)
                                        .read("llm: {a: {base_url: 'http://h/v1', model: m}}"))
                        .effectiveValues()
                        .yaml();

        assertTrue(shown.contains("llm_by_mode:\n  default: a  "), shown);
    }

    @Test
    void theKeyOfAServiceForSpeechIsNotShown() {
        String shown =
                ConfigText.loaded(
                                new ConfigText(folder)
                                        .read(
                                                "asr: {a: {base_url: 'http://h/v1', model: m,"
                                                        + " api_key: live-123}}"))
                        .effectiveValues()
                        .yaml();

        assertTrue(shown.contains("    api_key: \"***\""), shown);
        assertTrue(shown.contains("  chain: [a, embedded]  "), shown);
        assertFalse(shown.contains("live-123"), shown);
    }
}
