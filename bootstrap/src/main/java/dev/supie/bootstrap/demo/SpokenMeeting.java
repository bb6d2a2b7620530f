package dev.supie.bootstrap.demo;

import jakarta.json.JsonObject;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// The story of the spoken demo: recorded people take turns, each with a badge; then the minutes,
/// and how well all of it was heard.
final class SpokenMeeting {

    private final HttpClient client;
    private final String deviceUrl;
    private final CaptionScreen screen;
    private final Duration packetEvery;
    private final Hearing hearing = new Hearing();

    SpokenMeeting(HttpClient client, String deviceUrl, CaptionScreen screen, Duration packetEvery) {
        this.client = client;
        this.deviceUrl = deviceUrl;
        this.screen = screen;
        this.packetEvery = packetEvery;
    }

    /// Whether it was heard as it should be.
    boolean play(SpokenScript script) throws InterruptedException {
        Map<String, SpokenBadge> badges = new LinkedHashMap<>();
        for (String speaker : script.speakers()) {
            String device = "aa:bb:cc:00:01:0" + (badges.size() + 1);
            badges.put(
                    speaker,
                    SpokenBadge.inMeeting(
                            client, deviceUrl, new SpokenBadge.Person(speaker, device), screen));
        }
        screen.title("What the badges are told, while it is said");
        for (SpokenTurn turn : script.turns()) {
            say(badges, turn);
        }
        boolean written = true;
        for (Map.Entry<String, SpokenBadge> badge : badges.entrySet()) {
            screen.title("Minutes of " + badge.getKey() + "'s badge");
            JsonObject summary = badge.getValue().finish();
            Minutes.lines(summary).forEach(screen::line);
            written &= summary.getInt("bulletsLength") > 0;
        }
        screen.title("How it was heard");
        hearing.lines().forEach(screen::line);
        return written && hearing.isGood();
    }

    private void say(Map<String, SpokenBadge> badges, SpokenTurn turn) throws InterruptedException {
        SpokenBadge badge = badges.get(turn.speaker());
        if (badge == null) {
            throw new IllegalArgumentException("nobody is " + turn.speaker());
        }
        SpokenBadge.Understood understood =
                badge.say(
                        turn, new Metronome(packetEvery, System::nanoTime, LockSupport::parkNanos));
        String note = hearing.add(turn, understood.text(), understood.latency());
        screen.said(turn.speaker(), understood.text(), note);
    }
}
