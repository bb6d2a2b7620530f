package dev.supie.adapter.in.http;

import dev.supie.application.administration.Administration;
import dev.supie.application.administration.port.AuditTrail;
import dev.supie.application.administration.port.LogLevels;
import dev.supie.application.connection.PresentBadge;
import dev.supie.application.meeting.RunningMeeting;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.WaitingMessages;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One badge that meets another, for which a message waits; and a trail of what was done to them.
final class BackOffice implements Administration {

    static final Instant START = Instant.parse("2026-11-21T11:00:00Z");

    private static final DeviceId OWNER = new DeviceId("aa:01");
    private static final DeviceId GUEST = new DeviceId("aa:02");

    final List<AuditTrail.Entry> trail = new ArrayList<>();
    final Map<String, LogLevels.Level> levels = new TreeMap<>(Map.of("", LogLevels.Level.WARN));
    private boolean storeAway;

    AdminDesk desk() {
        return new AdminDesk(this, new Levels(), trail::add, new ServerFacts("1.2.3", START));
    }

    void loseTheStore() {
        storeAway = true;
    }

    private final class Levels implements LogLevels {

        @Override
        public Level of(String name) {
            return levels.getOrDefault(name, levels.getOrDefault("", Level.WARN));
        }

        @Override
        public boolean set(String name, Level level) {
            if (name.equals("one.too.many")) {
                return false;
            }
            levels.put(name, level);
            return true;
        }
    }

    private static RunningMeeting meeting() {
        return new RunningMeeting(
                new MeetingId("m1"), OWNER, List.of(GUEST), START.plusSeconds(60), 3, false);
    }

    @Override
    public List<Attendee> present() {
        var badge =
                new PresentBadge(
                        OWNER,
                        new SessionId("s1"),
                        "10.0.0.7",
                        Mode.MEETING,
                        START,
                        START.plusSeconds(90));
        return List.of(new Attendee(badge, Optional.of(meeting())));
    }

    @Override
    public int kick(DeviceId device) {
        return device.equals(OWNER) ? 1 : 0;
    }

    @Override
    public List<RunningMeeting> meetings() {
        return List.of(meeting());
    }

    @Override
    public List<WaitingMessages> queues(int limit) {
        return List.of(new WaitingMessages(GUEST, 2, START, 345));
    }

    @Override
    public int purge(DeviceId device) {
        if (storeAway) {
            throw new StoreException("planned");
        }
        return device.equals(GUEST) ? 2 : 0;
    }
}
