package dev.supie.bootstrap.endtoend;

import jakarta.json.JsonObject;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Kills a server in the middle of meetings, again and again on one data folder, and looks after
/// each restart whether all that it had promised is kept.
final class CrashCampaign {

    private static final int KILL_MILLIS_MAX = 400;
    private static final int PAUSE_MILLIS_MAX = 50;

    /// One kill in so many comes before any badge is back.
    private static final int UNSEEN_ONE_IN = 8;

    /// In so many rounds one has its meetings ended, at a random one of its first steps.
    private static final int ENDING_ONE_IN = 2;

    private static final int STEPS_BEFORE_END_MAX = 8;
    private static final Duration SETTLED_MAX = Duration.ofSeconds(30);
    private static final Duration KILLED_MAX = Duration.ofSeconds(30);

    private final List<CampaignBadge> hosts =
            List.of(CampaignBadge.alone("aa:01"), CampaignBadge.alone("aa:02"));

    /// The hosts first, so that a guest has somewhere to go to.
    private final List<CampaignBadge> badges =
            List.of(
                    hosts.getFirst(),
                    hosts.getLast(),
                    CampaignBadge.guestOf(hosts.getFirst(), "bb:03"));

    private final Map<String, String> transcripts = new HashMap<>();
    private final HttpClient client;
    private final Path folder;
    private final RandomGenerator random;
    private final WebhookReceiver receiver;

    /// @param receiver is told of every meeting
    CrashCampaign(
            HttpClient client, Path folder, RandomGenerator random, WebhookReceiver receiver) {
        this.client = client;
        this.folder = folder;
        this.random = random;
        this.receiver = receiver;
    }

    /// One life of the server, from its start to its violent end.
    void round() throws IOException, InterruptedException {
        try (SupieProcess process = SupieProcess.serve(folder, receiver.options()).whenReady()) {
            boolean unseen = random.nextInt(UNSEEN_ONE_IN) == 0;
            if (!unseen) {
                comeBack(process);
            }
            CompletableFuture.delayedExecutor(
                            random.nextInt(KILL_MILLIS_MAX + 1), TimeUnit.MILLISECONDS)
                    .execute(process::kill);
            if (!unseen) {
                talkUntilKilled();
            }
            process.exit();
        }
    }

    private void comeBack(SupieProcess process) throws IOException, InterruptedException {
        for (CampaignBadge badge : badges) {
            badge.comeBack(client, process.deviceUrl());
        }
        // Each host may have one meeting that goes on.
        settle(new Archive(client, process.httpUrl()), hosts.size());
        String finalized = String.join("", transcripts.values());
        badges.forEach(badge -> badge.check(finalized));
    }

    private void talkUntilKilled() throws InterruptedException {
        boolean ending = random.nextInt(ENDING_ONE_IN) == 0;
        int end = ending ? random.nextInt(STEPS_BEFORE_END_MAX) : -1;
        long deadline = System.nanoTime() + KILLED_MAX.toNanos();
        try {
            for (int step = 0; System.nanoTime() < deadline; step++) {
                for (CampaignBadge badge : badges) {
                    badge.heed();
                    if (step == end) {
                        badge.endAndStart();
                    }
                    badge.tell();
                }
                pause(Duration.ofMillis(random.nextInt(PAUSE_MILLIS_MAX)));
            }
        } catch (CompletionException killed) {
            for (CampaignBadge badge : badges) {
                badge.notice();
            }
            return;
        }
        throw new AssertionError("not killed within " + KILLED_MAX);
    }

    /// The last life: every meeting is ended in order, and everything must be there. Gives how many
    /// texts were taken in all.
    int conclude() throws IOException, InterruptedException {
        try (SupieProcess process = SupieProcess.serve(folder, receiver.options()).whenReady()) {
            comeBack(process);
            for (CampaignBadge badge : badges) {
                badge.finish();
            }
            Archive archive = new Archive(client, process.httpUrl());
            settle(archive, 0);
            Map<String, JsonObject> summaries = new HashMap<>();
            for (String meeting : transcripts.keySet()) {
                summaries.put(meeting, archive.detail(meeting).getJsonObject("summary"));
            }
            String everything = String.join("", transcripts.values());
            badges.forEach(badge -> badge.checkAll(everything, summaries));
            everyMeetingIsTold(summaries);
        }
        return badges.stream().mapToInt(CampaignBadge::taken).sum();
    }

    /// Waits until at most so many meetings are not finalized; the transcripts of the others never
    /// change again.
    private void settle(Archive archive, int open) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + SETTLED_MAX.toNanos();
        List<JsonObject> all = archive.recent();
        while (all.stream().filter(meeting -> !isFinalized(meeting)).count() > open) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not finalized in time: " + all);
            }
            pause(Duration.ofMillis(PAUSE_MILLIS_MAX));
            all = archive.recent();
        }
        for (JsonObject meeting : all.stream().filter(CrashCampaign::isFinalized).toList()) {
            String id = meeting.getString("id");
            if (!transcripts.containsKey(id)) {
                transcripts.put(id, archive.transcript(id));
            }
        }
    }

    /// HOOK-1: at least once, always the same, and what the archive has.
    private void everyMeetingIsTold(Map<String, JsonObject> summaries) {
        long deadline = System.nanoTime() + SETTLED_MAX.toNanos();
        Set<String> told = told();
        while (!told.containsAll(summaries.keySet()) && System.nanoTime() < deadline) {
            pause(Duration.ofMillis(PAUSE_MILLIS_MAX));
            told = told();
        }
        if (!told.equals(summaries.keySet())) {
            throw new AssertionError("told of " + told + ", not of " + summaries.keySet());
        }
        for (WebhookReceiver.Post post : Set.copyOf(receiver.all())) {
            JsonObject body = Messages.parsed(post.body());
            JsonObject archived = summaries.get(body.getString("sessionId"));
            JsonObject summary = body.getJsonObject("summary");
            if (!post.signed()
                    || archived == null
                    || !CampaignBadge.sameMinutes(archived, summary)) {
                throw new AssertionError("told " + post + " but there is " + archived);
            }
        }
        if (Set.copyOf(receiver.all()).size() != told.size()) {
            throw new AssertionError("a meeting was told in two ways: " + receiver.all());
        }
    }

    private Set<String> told() {
        return receiver.all().stream()
                .map(post -> Messages.parsed(post.body()).getString("sessionId"))
                .collect(Collectors.toSet());
    }

    private static boolean isFinalized(JsonObject meeting) {
        return meeting.getString("phase").equals("finalized");
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
