package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Badges that use a server in every way that is stored, as fast as they may, and know how much of
/// it was acknowledged: eight hold meetings, one makes tasks, one writes to a badge that is away.
/// What they say are numbers, from 1.
final class BusyTeam implements AutoCloseable {

    private static final int SPEAKERS = 8;
    private static final String TASK_MAKER = "94:a9:90:00:00:10";
    private static final String WRITER = "94:a9:90:00:00:11";
    private static final String AWAY = "94:a9:90:00:00:12";

    /// MTG-3 allows ten a second.
    private static final Duration PAUSE = Duration.ofMillis(110);

    /// MSG-2 allows fifty a second.
    private static final Duration TASK_PAUSE = Duration.ofMillis(25);

    /// PEER-3 allows five a second, PEER-8 fifty that wait.
    private static final Duration LETTER_PAUSE = Duration.ofMillis(220);

    private static final int LETTERS_MAX = 50;

    /// A group has room for 400.
    private static final int TASKS_MAX = 300;

    private static final int WARM_UP = 100;

    private static final Pattern LINE = Pattern.compile("Line (\\d{5})");

    private final HttpClient client;
    private final String url;
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ends = new AtomicBoolean();
    private final CountDownLatch warm = new CountDownLatch(WARM_UP);
    private final List<Thread> threads = new ArrayList<>();

    BusyTeam(HttpClient client, String url) {
        this.client = client;
        this.url = url;
        for (int speaker = 0; speaker < SPEAKERS; speaker++) {
            begin("94:a9:90:00:00:0" + speaker, PAUSE, Integer.MAX_VALUE, BusyTeam::speak);
        }
        begin(TASK_MAKER, TASK_PAUSE, TASKS_MAX, BusyTeam::makeTask);
        begin(WRITER, LETTER_PAUSE, LETTERS_MAX, BusyTeam::write);
    }

    /// Something that is acknowledged once it returns.
    private interface Step {

        void take(Badge badge, int number) throws InterruptedException;
    }

    private static void speak(Badge badge, int number) throws InterruptedException {
        if (number == 1) {
            badge.startMeeting();
        }
        badge.tell("Line %05d.".formatted(number));
    }

    private static void makeTask(Badge badge, int number) throws InterruptedException {
        String id = Integer.toString(number);
        JsonObject task = Json.createObjectBuilder().add("id", id).add("title", id).build();
        badge.ask(Messages.withRid(Messages.tasks(task), id), Messages.withRid(id));
    }

    private static void write(Badge badge, int number) throws InterruptedException {
        badge.ask(PeerTalk.message(AWAY, Integer.toString(number)), PeerTalk::isReceipt);
    }

    private void begin(String device, Duration pause, int most, Step step) {
        acknowledged.put(device, 0);
        threads.add(Thread.ofVirtual().start(() -> work(device, pause, most, step)));
    }

    private void work(String device, Duration pause, int most, Step step) {
        try (Badge badge = Badge.connect(client, url, device)) {
            for (int number = 1; number <= most && !ends.get(); number++) {
                step.take(badge, number);
                acknowledged.put(device, number);
                warm.countDown();
                LockSupport.parkNanos(pause.toNanos());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | AssertionError failure) {
            failures.add(failure);
        }
    }

    /// Until there is something of everything.
    void whenBusy() throws InterruptedException {
        assertTrue(warm.await(60, TimeUnit.SECONDS), () -> "too slow: " + acknowledged + failures);
    }

    /// How many steps of each badge were acknowledged by now.
    Map<String, Integer> acknowledged() {
        return new TreeMap<>(acknowledged);
    }

    /// Nobody was refused anything, and all that they asked for was done.
    @Override
    public void close() {
        ends.set(true);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        assertEquals(List.of(), List.copyOf(failures));
    }

    /// Holds that a server has at least what was promised.
    static void assertKept(Map<String, Integer> promised, HttpClient client, SupieProcess server)
            throws IOException, InterruptedException {
        Archive archive = new Archive(client, server.httpUrl());
        List<JsonObject> meetings = archive.recent();
        assertEquals(SPEAKERS, meetings.size());
        for (JsonObject meeting : meetings) {
            String device = meeting.getString("deviceId");
            end(client, server, device);
            List<Integer> said = said(archive.transcript(meeting.getString("id")));
            int least = promised.getOrDefault(device, Integer.MAX_VALUE);
            assertTrue(said.size() >= least, () -> device + " said " + said + " of " + promised);
            assertEquals(IntStream.rangeClosed(1, said.size()).boxed().toList(), said, device);
        }
        List<String> tasks = tasks(client, server);
        assertTrue(
                tasks.containsAll(numbers(promised.getOrDefault(TASK_MAKER, 0))), tasks::toString);
        int letters = promised.getOrDefault(WRITER, 0);
        try (Badge away = Badge.connect(client, server.deviceUrl(), AWAY)) {
            PeerTalk.greet(away, true, LETTERS_MAX);
            assertEquals(
                    IntStream.rangeClosed(1, letters).mapToObj(i -> i + "/1 " + i).toList(),
                    PeerTalk.deliveries(away, letters));
        }
    }

    /// What has not become part of the transcript yet does so at the end (MTG-4).
    private static void end(HttpClient client, SupieProcess server, String device)
            throws InterruptedException {
        try (Badge badge = Badge.connect(client, server.deviceUrl(), device)) {
            badge.startMeeting();
            badge.finish();
        }
    }

    private static List<Integer> said(String transcript) {
        return LINE.matcher(transcript)
                .results()
                .map(line -> Integer.valueOf(line.group(1)))
                .toList();
    }

    private static List<String> numbers(int most) {
        return IntStream.rangeClosed(1, most).mapToObj(Integer::toString).toList();
    }

    private static List<String> tasks(HttpClient client, SupieProcess server)
            throws IOException, InterruptedException {
        URI list = URI.create(server.httpUrl() + "/supie/workflow?groupKey=94:a9:90&limit=400");
        HttpRequest request = HttpRequest.newBuilder(list).timeout(Badge.ANSWER_MAX).build();
        String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return Messages.parsed(body)
                .getJsonObject("data")
                .getJsonArray("tasks")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(task -> task.getString("id"))
                .toList();
    }
}
