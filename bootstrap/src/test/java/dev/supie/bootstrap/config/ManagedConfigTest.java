package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// CFG-3: what a management server hands out as one layer of the configuration, and what a start
/// makes of one that is away or wrong.
final class ManagedConfigTest {

    private static final String URL = ScriptedManagement.URL;
    private static final String HERE = "config: {url: '" + URL + "', secret: s3cret}\n";
    private static final String AWAY =
            "supie.yaml:1: config.url = " + URL + ": there is no answer; look at it";
    private static final String COPY =
            "supie.yaml:1: config.url = "
                    + URL
                    + ": cannot be used, so its last good copy is in force; it is asked again every"
                    + " minute";
    private static final String NO_COPY =
            "config.url = "
                    + URL
                    + ": cannot be used, nor is there a last good copy that can, so nothing is"
                    + " started; repair the above, or take config.url away to start with what this"
                    + " machine says alone";
    private static final Path DATA = Path.of("data");

    @TempDir private Path folder = Path.of("");

    private final ScriptedManagement management = new ScriptedManagement();

    private ConfigSources sources(String yaml, Map<String, String> variables, String... settings) {
        try {
            return new ConfigSources(
                    Optional.of(Files.writeString(folder.resolve(ConfigText.NAME), yaml)),
                    variables,
                    ConfigText.assignments(settings));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private ConfigResult start(String yaml) {
        return new ConfigReader(2, management).read(sources(yaml, Map.of()));
    }

    private ConfigResult check(String yaml) {
        return new ConfigReader(2, management).check(sources(yaml, Map.of()));
    }

    private List<String> problems(ConfigResult result) {
        return new ConfigText(folder).problems(result);
    }

    private List<String> warnings(ConfigResult result) {
        return new ConfigText(folder).warnings(result);
    }

    private static int port(ConfigResult result) {
        return ConfigText.loaded(result).config().server().port();
    }

    @Test
    void itWinsOverTheFileAndLosesToTheEnvironmentAndTheCommandLine() {
        management.handingOut("server: {port: 2, http_port: 2, max_connections: 2, ip: 127.0.0.2}");
        ConfigResult.Loaded loaded =
                ConfigText.loaded(
                        new ConfigReader(2, management)
                                .read(
                                        sources(
                                                HERE + "server: {port: 1, stats_to_all: true}",
                                                Map.of("SUPIE_SERVER_HTTP_PORT", "3"),
                                                "server.max_connections=4")));

        String shown = loaded.effectiveValues().yaml().replace(folder + "/", "");
        List<String> expected =
                List.of(
                        "  ip: \"127.0.0.2\"                               # url "
                                + URL
                                + ", line 1",
                        "  port: 2                                       # url " + URL + ", line 1",
                        "  http_port: 3                                  # environment variable"
                                + " SUPIE_SERVER_HTTP_PORT",
                        "  max_connections: 4                            # --set",
                        "  stats_to_all: \"true\"                          # supie.yaml:2");
        for (String line : expected) {
            assertTrue(shown.contains(line + "\n"), shown);
        }
        assertEquals(
                List.of(new ManagementAddress(URI.create(URL), Optional.of(new Secret("s3cret")))),
                management.asked());
    }

    @Test
    void nothingSecretInItIsShown() {
        management.handingOut(
                "server: {meeting_api_token: handed-out, admin_token: '${ADMIN_TOKEN}'}");
        ConfigResult.Loaded loaded =
                ConfigText.loaded(
                        new ConfigReader(2, management)
                                .read(sources(HERE, Map.of("ADMIN_TOKEN", "of-this-machine"))));

        assertEquals(
                Optional.of(new Secret("of-this-machine")),
                loaded.config().enrolment().adminToken());
        String shown = loaded + loaded.effectiveValues().yaml();
        for (String secret : List.of("handed-out", "of-this-machine", "s3cret")) {
            assertFalse(shown.contains(secret), shown);
        }
    }

    @Test
    void aVariableSetsAKeyOfAModelThatItDescribes() {
        management.handingOut("llm: {Big-One: {base_url: 'http://h/v1', model: m}}");
        ConfigResult.Loaded loaded =
                ConfigText.loaded(
                        new ConfigReader(2, management)
                                .read(sources(HERE, Map.of("SUPIE_LLM_BIG_ONE_API_KEY", "k"))));

        assertEquals(
                Optional.of(new Secret("k")),
                loaded.config().languageModels().meetingModel().orElseThrow().apiKey());
    }

    @Test
    void whatOnlyThisMachineCanSayIsRefused() {
        management.handingOut(
                """
                config: {url: "https://elsewhere.example/", secret: other-secret}
                data:
                  dir: /elsewhere
                """);

        assertEquals(
                List.of(
                        "url https://manage.example/supie.yaml, line 1: config.url ="
                                + " https://elsewhere.example/: is for this machine to say, not for"
                                + " config.url; move it to the configuration file, the environment"
                                + " or --set",
                        "url https://manage.example/supie.yaml, line 1: config.secret = ***: is for"
                                + " this machine to say, not for config.url; move it to the"
                                + " configuration file, the environment or --set",
                        "url https://manage.example/supie.yaml, line 3: data.dir = /elsewhere: is"
                                + " for this machine to say, not for config.url; move it to the"
                                + " configuration file, the environment or --set"),
                problems(check(HERE)));
    }

    @Test
    void everythingWrongInBothIsSaidAtOnceAndInOrder() {
        management.handingOut("log: {level: loud}\nserver:\n  prot: 1\n");

        assertEquals(
                List.of(
                        "supie.yaml:2: peers: is not a key of Supie; did you mean peer?",
                        "url https://manage.example/supie.yaml, line 1: log.level = loud: is not one"
                                + " of the choices; use error, warn, info, debug or trace (default"
                                + " info)",
                        "url https://manage.example/supie.yaml, line 3: server.prot = 1: is not a"
                                + " key of Supie; did you mean server.port?"),
                problems(check(HERE + "peers:\n")));
    }

    @Test
    void aPageInsteadOfAConfigurationIsRefused() {
        management.handingOut("<html><body>Sign in</body></html>");

        assertEquals(
                List.of(
                        "url https://manage.example/supie.yaml, line 1: is not a map of keys to"
                                + " values; write lines such as server: and, below it, port: 8004"),
                problems(check(HERE)));
    }

    @Test
    void aStartWithoutAnAnswerGoesByTheLastGoodCopy() {
        management.having(DATA, "server: {port: 7}");
        ConfigResult result = start(HERE);

        assertEquals(7, port(result));
        assertEquals(List.of(AWAY, COPY), warnings(result));
        String shown = ConfigText.loaded(result).effectiveValues().yaml();
        assertTrue(shown.contains("# url " + URL + " (last good copy), line 1\n"), shown);
    }

    @Test
    void aStartWithAWrongAnswerDoesSoToo() {
        management.having(DATA, "server: {port: 7}").handingOut("server: {prot: 1}");
        ConfigResult result = start(HERE);

        assertEquals(7, port(result));
        assertEquals(
                List.of(
                        "url https://manage.example/supie.yaml, line 1: server.prot = 1: is not a"
                                + " key of Supie; did you mean server.port?",
                        COPY),
                warnings(result));
    }

    /// Perhaps nobody but the management server would have kept strangers out.
    @Test
    void aFirstStartWithoutAnAnswerIsRefused() {
        String here = HERE + "server: {port: 1}";

        assertEquals(List.of(AWAY, "supie.yaml:1: " + NO_COPY), problems(start(here)));
        management.handingOut("server: {port: 7}");
        assertEquals(7, port(start(here)));
    }

    @Test
    void aFirstStartWithAWrongAnswerIsToo() {
        management.handingOut("server: {prot: 1}");

        assertEquals(
                List.of(
                        "url https://manage.example/supie.yaml, line 1: server.prot = 1: is not a"
                                + " key of Supie; did you mean server.port?",
                        "supie.yaml:1: " + NO_COPY),
                problems(start(HERE)));
    }

    @Test
    void aCopyFromElsewhereIsNotTaken() {
        management.having(DATA, "server: {port: 7}");

        assertEquals(
                List.of(AWAY, "supie.yaml:1: " + NO_COPY),
                problems(start(HERE + "data: {dir: another}\nserver: {port: 1}")));
    }

    @Test
    void aCopyThatFitsTheFileNoMoreIsNotTaken() {
        management.having(DATA, "llm_by_mode: {default: gone}");
        List<String> problems = problems(start(HERE + "server: {port: 1}"));

        assertEquals(3, problems.size(), problems::toString);
        assertEquals(AWAY, problems.getFirst());
        assertTrue(
                problems.get(1)
                        .startsWith(
                                "url "
                                        + URL
                                        + " (last good copy), line 1: "
                                        + "llm_by_mode.default = gone: "),
                problems::toString);
        assertEquals("supie.yaml:1: " + NO_COPY, problems.getLast());
    }

    @Test
    void aMistakeInTheFileIsSaidBesideWhatIsWrongThere() {
        List<String> wrong =
                List.of(AWAY, "supie.yaml:2: peers: is not a key of Supie; did you mean peer?");
        assertEquals(wrong, problems(check(HERE + "peers:\n")));
        assertEquals(
                Stream.concat(wrong.stream(), Stream.of("supie.yaml:1: " + NO_COPY)).toList(),
                problems(start(HERE + "peers:\n")));
    }

    /// Nobody can tell whether the file is wrong or just lacks what is handed out.
    @Test
    void aFileThatNeedsTheDocumentIsNotLeftAtBeingWrong() {
        String here = HERE + "llm_by_mode: {default: big}";
        List<String> problems = problems(start(here));

        assertEquals(3, problems.size(), problems::toString);
        assertEquals(AWAY, problems.getFirst());
        assertTrue(
                problems.get(1).startsWith("supie.yaml:2: llm_by_mode.default = big: "),
                problems::toString);
        assertEquals("supie.yaml:1: " + NO_COPY, problems.getLast());

        management.handingOut("llm: {big: {base_url: 'http://h/v1', model: m}}");
        assertInstanceOf(ConfigResult.Loaded.class, start(here));
    }

    @Test
    void onlyThatThereIsNoAnswerMayPassByItself() {
        assertTrue(passing(start(HERE)));
        assertFalse(passing(start(HERE + "peers:\n")));
        assertFalse(passing(check("peers:\n")));

        management.handingOut("server: {prot: 1}");
        assertFalse(passing(start(HERE)));
    }

    private static boolean passing(ConfigResult result) {
        return assertInstanceOf(ConfigResult.Invalid.class, result).passing();
    }

    @Test
    void aMistakeInTheFileIsNoFaultOfTheServer() {
        management.handingOut("server: {port: 7}");
        List<String> mistake =
                List.of("supie.yaml:2: peers: is not a key of Supie; did you mean peer?");
        assertEquals(mistake, problems(start(HERE + "peers:\n")));

        management.having(DATA, "server: {port: 7}");
        assertEquals(mistake, problems(start(HERE + "peers:\n")));
    }

    @Test
    void aUrlOfTheEnvironmentIsNamedAsThat() {
        var environment =
                new ConfigSources(Optional.empty(), Map.of("SUPIE_CONFIG_URL", URL), List.of());
        ConfigResult result = new ConfigReader(2, management).read(environment);

        String variable = "environment variable SUPIE_CONFIG_URL: ";
        assertEquals(
                List.of(
                        variable + "config.url = " + URL + ": there is no answer; look at it",
                        variable + NO_COPY),
                problems(result));
        management.having(DATA, "server: {port: 7}");
        assertEquals(7, port(new ConfigReader(2, management).read(environment)));
    }

    @Test
    void aCheckDoesNotGoByWhatAStartWould() {
        management.having(DATA, "server: {port: 7}");

        assertEquals(List.of(AWAY), problems(check(HERE)));
    }

    @Test
    void nobodyIsAskedWithoutAUrlOrWithAWrongOne() {
        assertInstanceOf(ConfigResult.Loaded.class, start("server: {port: 1}"));
        assertInstanceOf(ConfigResult.Invalid.class, start("config: {url: nonsense}"));
        assertInstanceOf(
                ConfigResult.Invalid.class,
                start("config: {url: '" + URL + "', secret: '${NOBODY_HAS_SET_THIS}'}"));

        assertEquals(List.of(), management.asked());
    }

    @Test
    void whoMustNotWaitGoesByTheCopyWithoutAWord() {
        management.having(DATA, "server: {port: 7}");
        ConfigReader quiet = new ConfigReader(2, management.unasked());
        ConfigResult result = quiet.read(sources(HERE, Map.of()));

        assertEquals(7, port(result));
        assertEquals(List.of(), warnings(result));
        assertEquals(List.of(), management.asked());
    }

    @Test
    void whoMustNotWaitGoesByTheFileWhereThereIsNoCopyThatCanBeUsed() {
        ConfigReader quiet = new ConfigReader(2, management.unasked());
        ConfigSources sources = sources(HERE + "server: {port: 1}", Map.of());
        assertEquals(1, port(quiet.read(sources)));

        management.having(DATA, "llm_by_mode: {default: gone}");
        assertEquals(1, port(quiet.read(sources)));
        assertEquals(List.of(), warnings(quiet.read(sources)));
    }

    @Test
    void onlyWhatWasHandedOutIsKept() {
        management.having(DATA, "server: {port: 7}");
        ConfigResult.Loaded fromCopy = ConfigText.loaded(start(HERE));
        management.having(Path.of("nowhere"), "untouched: 1");
        fromCopy.again().keep(fromCopy.config());
        assertEquals(Optional.of("untouched: 1"), management.kept());

        management.handingOut("server: {port: 8}");
        ConfigResult.Loaded fresh = ConfigText.loaded(start(HERE));
        fresh.again().keep(fresh.config());
        assertEquals(Optional.of("server: {port: 8}"), management.kept());
        management.away();
        assertEquals(8, port(start(HERE)));
    }
}
