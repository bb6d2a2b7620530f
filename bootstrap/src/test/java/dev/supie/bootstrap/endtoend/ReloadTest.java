package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// CFG-3 over real sockets: what changes under badges that are connected, and what never does.
final class ReloadTest {

    private static final String TOKEN = "administrator-of-tests";
    private static final String ADMIN = "server.admin_token=" + TOKEN;
    private static final int RELOADS = 1000;

    /// Threads and files of the machinery that come and go by themselves.
    private static final int COMING_AND_GOING = 12;

    @TempDir private Path folder = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        file = Files.writeString(folder.resolve("supie.yaml"), SpokenSwitch.yaml("dig in"));
    }

    private static String model(ModelServer model) {
        StringBuilder yaml = new StringBuilder("llm:\n  main:\n");
        for (String setting : model.settings()) {
            yaml.append("    ")
                    .append(setting.substring("llm.main.".length()).replaceFirst("=", ": "))
                    .append('\n');
        }
        return yaml.toString();
    }

    private Site site() throws StartException {
        return Site.reading(file, folder.resolve("data"), ADMIN);
    }

    private static JsonObject changes(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return Messages.parsed(answer.body()).getJsonObject("data");
    }

    private static List<String> keys(JsonObject changes, String name) {
        List<String> keys = new ArrayList<>();
        changes.getJsonArray(name).forEach(key -> keys.add(key.toString().replace("\"", "")));
        return keys;
    }

    @Test
    void badgesThatAreConnectedGoByTheNewConfiguration()
            throws StartException, IOException, InterruptedException {
        try (Site site = site()) {
            Badge badge = site.badge("aa:01");
            assertTrue(SpokenSwitch.begins(badge, "dig in"));

            Files.writeString(file, SpokenSwitch.yaml("heads down") + "server: {port: 1}");
            JsonObject changes = changes(site.reload(TOKEN));

            // The port of the command line is the one that counts.
            assertEquals(List.of("mode_phrases.working"), keys(changes, "changed"));
            assertEquals(List.of(), keys(changes, "needRestart"));
            assertTrue(SpokenSwitch.begins(badge, "heads down"));
            assertTrue(!SpokenSwitch.begins(badge, "dig in"));
        }
    }

    @Test
    void whatNeedsARestartIsSaid() throws StartException, IOException, InterruptedException {
        try (Site site = site()) {
            Files.writeString(
                    file, SpokenSwitch.yaml("dig in") + "meeting: {workers: 3, retention: 7}");
            JsonObject changes = changes(site.reload(TOKEN));

            assertEquals(List.of("meeting.retention", "meeting.workers"), keys(changes, "changed"));
            assertEquals(List.of("meeting.workers"), keys(changes, "needRestart"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode_phrases: {working: [half",
                "mode_phrasings: {working: [other]}",
                "mode_phrases: {working: [other]}\nlog: {level: loud}",
                "\u0000\u0001",
                "gone"
            })
    void aBrokenFileChangesNothing(String broken)
            throws StartException, IOException, InterruptedException {
        try (Site site = site()) {
            Badge badge = site.badge("aa:01");
            if (broken.equals("gone")) {
                Files.delete(file);
            } else {
                Files.writeString(file, broken);
            }
            HttpResponse<String> answer = site.reload(TOKEN);

            assertEquals(422, answer.statusCode(), answer.body());
            JsonObject said = Messages.parsed(answer.body());
            assertTrue(!said.getBoolean("success"));
            assertTrue(!said.getJsonArray("problems").isEmpty(), answer.body());
            assertTrue(answer.body().contains("supie.yaml"), answer.body());
            assertTrue(SpokenSwitch.begins(badge, "dig in"));

            Files.writeString(file, SpokenSwitch.yaml("heads down"));
            changes(site.reload(TOKEN));
            assertTrue(SpokenSwitch.begins(badge, "heads down"));
        }
    }

    @Test
    void onlyAdministratorsReload() throws StartException, IOException, InterruptedException {
        try (Site site = site()) {
            assertEquals(401, site.reload("somebody-else").statusCode());
        }
    }

    @Test
    void aFileThatAnEditorPutsInPlaceIsNoticed()
            throws StartException, IOException, InterruptedException {
        try (Site site = site()) {
            Path draft =
                    Files.writeString(folder.resolve("draft"), SpokenSwitch.yaml("heads down"));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);

            long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
            boolean begun = false;
            for (int i = 10; !begun && System.nanoTime() < deadline; i++) {
                Badge badge = site.badge("aa:" + i);
                // What is no phrase is talk, and that goes on for a while.
                badge.next(Duration.ofMillis(500));
                begun = SpokenSwitch.begins(badge, "heads down");
            }
            assertTrue(begun);
        }
    }

    @Test
    void minutesThatAreBeingWrittenAreFinishedByWhoBeganThem()
            throws StartException, IOException, InterruptedException {
        try (ModelServer slow = new ModelServer(Duration.ofMillis(1500));
                ModelServer next = new ModelServer(Duration.ZERO)) {
            Files.writeString(file, model(slow));
            try (Site site = site()) {
                Badge badge = site.badge("aa:01");
                badge.startMeeting();
                badge.tell("We send the contract.", "Li Lei does it by Friday.");
                badge.say(Messages.finalizing());
                badge.await(Messages.ofPhase("finalize"));
                awaitCall(slow);
                Files.writeString(file, model(next));
                assertEquals(
                        List.of("llm.main.base_url"), keys(changes(site.reload(TOKEN)), "changed"));

                JsonObject summary = badge.await(Messages::isFreshSummary);
                assertEquals(ModelServer.TITLE, summary.getString("title"));
                assertEquals(0, next.calls());

                badge.startMeeting();
                badge.tell("We decided that the door is painted green.");
                badge.finish();
                assertEquals(1, slow.calls());
                assertEquals(1, next.calls());
            }
        }
    }

    private static void awaitCall(ModelServer model) {
        long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
        while (model.calls() == 0) {
            assertTrue(System.nanoTime() < deadline, "the model was not asked");
            Thread.onSpinWait();
        }
    }

    @Test
    void anAnswerThatIsBeingSpokenIsNotDisturbed()
            throws StartException, IOException, InterruptedException {
        try (ModelServer next = new ModelServer(Duration.ZERO);
                EchoModel first = new EchoModel()) {
            first.is(EchoModel.Illness.STALLS);
            Files.writeString(file, "tts: {chain: []}\nllm: {main: " + inline(first) + "}\n");
            try (Site site = site()) {
                Badge badge = site.badge("aa:01");
                badge.say(
                        Json.createObjectBuilder()
                                .add("type", "listen")
                                .add("state", "detect")
                                .add("text", "what is new today")
                                .build());
                badge.await(message -> message.getString("state", "").equals("sentence_start"));

                Files.writeString(file, "tts: {chain: []}\n" + model(next));
                changes(site.reload(TOKEN));
                badge.say(Json.createObjectBuilder().add("type", "abort").build());

                badge.await(
                        message ->
                                message.getString("type").equals("tts")
                                        && message.getString("state", "").equals("stop"));
                assertEquals(1, first.calls());
                assertEquals(0, next.calls());
            }
        }
    }

    private static String inline(EchoModel model) {
        List<String> settings = new ArrayList<>();
        for (String setting : model.settings()) {
            if (setting.startsWith("llm.main.")) {
                settings.add(setting.substring("llm.main.".length()).replaceFirst("=", ": "));
            }
        }
        return "{" + String.join(", ", settings) + "}";
    }

    @Test
    void aThousandReloadsLeaveNothingBehind()
            throws StartException, IOException, InterruptedException {
        try (ModelServer one = new ModelServer(Duration.ZERO);
                ModelServer other = new ModelServer(Duration.ZERO);
                Site site = site()) {
            for (int i = 0; i < 20; i++) {
                alternate(site, i, one, other);
            }
            Held before = Held.now();
            for (int i = 0; i < RELOADS; i++) {
                alternate(site, i, one, other);
            }
            assertTrue(returnsTo(before), () -> before + " became " + Held.now());
        }
    }

    /// What this process holds.
    ///
    /// @param clients that have a thread of their own, as each client of a service has
    private record Held(int threads, long clients, int files) {

        static Held now() {
            String[] files = Path.of("/proc/self/fd").toFile().list();
            return new Held(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().contains("SelectorManager"))
                            .count(),
                    files == null ? 0 : files.length);
        }

        boolean isAbout(Held before) {
            return threads <= before.threads + COMING_AND_GOING
                    && clients <= before.clients
                    && files <= before.files + COMING_AND_GOING;
        }
    }

    /// Whether it does, once the clients that were replaced have been closed, which others do.
    private static boolean returnsTo(Held before) {
        long deadline = System.nanoTime() + Badge.ANSWER_MAX.toNanos();
        while (!Held.now().isAbout(before)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    private void alternate(Site site, int turn, ModelServer one, ModelServer other)
            throws IOException, InterruptedException {
        Files.writeString(file, turn % 3 == 2 ? "broken: [" : model(turn % 3 == 0 ? one : other));
        assertEquals(turn % 3 == 2 ? 422 : 200, site.reload(TOKEN).statusCode());
    }

    @Test
    void reloadsAtTheSameTimeComeOneAfterTheOther()
            throws StartException, IOException, InterruptedException, ExecutionException {
        try (Site site = site();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String phrase = SpokenSwitch.yaml("phrase " + i % 2);
                requests.add(
                        () -> {
                            Files.writeString(file, phrase);
                            return site.reload(TOKEN).statusCode();
                        });
            }
            for (Future<Integer> status : threads.invokeAll(requests)) {
                // A file that another request is just writing may be empty, which is fine too.
                assertEquals(200, status.get());
            }
            Files.writeString(file, SpokenSwitch.yaml("heads down"));
            changes(site.reload(TOKEN));
            assertTrue(SpokenSwitch.begins(site.badge("aa:01"), "heads down"));
        }
    }
}
