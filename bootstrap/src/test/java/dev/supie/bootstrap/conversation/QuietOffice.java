package dev.supie.bootstrap.conversation;

import dev.supie.adapter.in.http.AdminDesk;
import dev.supie.adapter.in.http.ServerFacts;
import dev.supie.application.administration.Administration;
import dev.supie.application.administration.port.BackupRefusedException;
import dev.supie.application.administration.port.LogLevels;
import dev.supie.application.meeting.RunningMeeting;
import dev.supie.application.peer.port.WaitingMessages;
import dev.supie.domain.kernel.DeviceId;

import java.util.List;

/// An administration of nothing: conversations are those of badges.
final class QuietOffice implements Administration, LogLevels {

    static AdminDesk desk() {
        QuietOffice office = new QuietOffice();
        return new AdminDesk(
                office,
                office,
                _ -> {},
                new ServerFacts("1.0.0", Stage.START),
                () -> {
                    throw new BackupRefusedException("there is nothing to back up");
                });
    }

    @Override
    public List<Attendee> present() {
        return List.of();
    }

    @Override
    public int kick(DeviceId device) {
        return 0;
    }

    @Override
    public List<RunningMeeting> meetings() {
        return List.of();
    }

    @Override
    public List<WaitingMessages> queues(int limit) {
        return List.of();
    }

    @Override
    public int purge(DeviceId device) {
        return 0;
    }

    @Override
    public Level of(String name) {
        return Level.INFO;
    }

    @Override
    public boolean set(String name, Level level) {
        return false;
    }
}
