package dev.supie.application.connection;

import dev.supie.application.meeting.Entrance;
import dev.supie.application.meeting.Entry;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.meeting.Requester;
import dev.supie.application.meeting.RunningMeeting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.SnippetInput;

import java.time.Instant;
import java.util.List;

/// For tests in which nobody meets; they say themselves what is to happen instead.
class QuietMeetings implements Meetings {

    @Override
    public void arrived(DeviceId device, SessionId session) {}

    @Override
    public Entry start(DeviceId device, SessionId session, Entrance how) {
        return Entry.STARTED;
    }

    @Override
    public Outcome end(Requester from, boolean leaving) {
        return Outcome.NO_MEETING;
    }

    @Override
    public Outcome addSnippets(Requester from, List<SnippetInput> items) {
        return Outcome.NO_MEETING;
    }

    @Override
    public Outcome addSpeech(DeviceId device, SessionId session, Instant since, String text) {
        return Outcome.NO_MEETING;
    }

    @Override
    public Outcome finish(Requester from) {
        return Outcome.NO_MEETING;
    }

    @Override
    public boolean isRecording(DeviceId device, SessionId session) {
        return false;
    }

    @Override
    public void returned(DeviceId device, SessionId session) {}

    @Override
    public void left(DeviceId device, SessionId session) {}

    @Override
    public List<RunningMeeting> running() {
        return List.of();
    }

    @Override
    public void recover() {}
}
