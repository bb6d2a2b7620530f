package dev.supie.adapter.in.http;

import dev.supie.application.administration.Administration;
import dev.supie.application.administration.port.AuditTrail;
import dev.supie.application.administration.port.BackupRefusedException;
import dev.supie.application.administration.port.LogLevels;
import dev.supie.application.connection.PresentBadge;
import dev.supie.application.meeting.RunningMeeting;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.WaitingMessages;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    private boolean storeBreaks;
    private Optional<String> refusal = Optional.empty();

    AdminDesk desk() {
        return new AdminDesk(
                this, new Levels(), trail::add, new ServerFacts("1.2.3", START), this::beginBackup);
    }

    private Backups.Copy beginBackup() throws BackupRefusedException {
        if (storeAway) {
            throw new StoreException("planned");
        }
        if (refusal.isPresent()) {
            throw new BackupRefusedException(refusal.get());
        }
        return new Backups.Copy() {
            @Override
            public String name() {
                return "all.zip";
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write("everything".getBytes(StandardCharsets.US_ASCII));
                if (storeBreaks) {
                    throw new StoreException("planned");
                }
            }
        };
    }

    /// Backups are refused from now on.
    void refuseBackups(String why) {
        refusal = Optional.of(why);
    }

    /// The store fails in the middle of a backup.
    void breakBackups() {
        storeBreaks = true;
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
