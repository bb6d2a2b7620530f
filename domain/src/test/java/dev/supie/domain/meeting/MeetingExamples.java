package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.Scenario;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// The badge, the times and the commands that the tests of a meeting share.
final class MeetingExamples {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    static final DeviceId DEVICE = new DeviceId("badge-1");
    static final SessionId SESSION = new SessionId("session-1");
    static final SessionId OTHER = new SessionId("session-2");
    static final Origin ORIGIN = new Origin(new MeetingId("meeting-1"), DEVICE, START);
    static final MeetingSettings SETTINGS = MeetingSettings.DEFAULTS;
    static final MeetingDecider DECIDER = new MeetingDecider(SETTINGS);
    static final MeetingCommand DEADLINE = new MeetingCommand.DeadlineReached();
    static final MeetingCommand FINISH = new MeetingCommand.Finish(SESSION);
    static final MeetingCommand DETACH = new MeetingCommand.Detach(SESSION);
    static final String MODEL = "model-x";

    private MeetingExamples() {}

    static Scenario.Given<Meeting, MeetingCommand, MeetingEffect, MeetingRejection> given(
            Meeting meeting) {
        return Scenario.given(DECIDER::decide, meeting);
    }

    /// A time of the meeting.
    static Instant after(Duration sinceStart) {
        return START.plus(sinceStart);
    }

    static Instant millis(long sinceStart) {
        return START.plusMillis(sinceStart);
    }

    /// A meeting that has just been started.
    static Meeting.Recording fresh() {
        return DECIDER.start(ORIGIN, SESSION);
    }

    /// A meeting with these snippets, spoken at its start and still pending.
    static Meeting heard(String... texts) {
        return given(fresh()).when(say(texts)).at(START).state();
    }

    /// A meeting with these snippets, each a segment of its own speaker.
    static Meeting merged(String... texts) {
        List<SnippetInput> items =
                Arrays.stream(texts).map(text -> spokenBy("speaker of " + text, text)).toList();
        Meeting heard =
                given(fresh())
                        .when(new MeetingCommand.AddSnippets(SESSION, items))
                        .at(START)
                        .state();
        return given(heard).when(DEADLINE).at(millis(5000)).state();
    }

    /// A meeting that ended after 20 s, waiting for its minutes with ticket 1.
    static Meeting finalizing(String... texts) {
        return given(merged(texts)).when(FINISH).at(millis(20_000)).state();
    }

    /// A meeting whose minutes came after 25 s.
    static Meeting finalized(String... texts) {
        return given(finalizing(texts))
                .when(arrived(1, notes("one bullet", 1)))
                .at(millis(25_000))
                .state();
    }

    static MeetingCommand.AddSnippets say(String... texts) {
        return new MeetingCommand.AddSnippets(
                SESSION, Arrays.stream(texts).map(MeetingExamples::spoken).toList());
    }

    static MeetingCommand.AddSpeech aloud(String text) {
        return new MeetingCommand.AddSpeech(SESSION, START, spoken(text));
    }

    static SnippetInput spoken(String text) {
        return spokenBy("", text);
    }

    static SnippetInput spokenBy(String speaker, String text) {
        return new SnippetInput(SnippetInput.SPEECH, text, speaker);
    }

    static MeetingCommand.DraftArrived arrived(long ticket, Notes notes) {
        return new MeetingCommand.DraftArrived(ticket, notes, MODEL);
    }

    static MeetingCommand.DraftBegun begun(long ticket) {
        return new MeetingCommand.DraftBegun(ticket);
    }

    static MeetingCommand.DraftFailed failed(long ticket, String reason) {
        return new MeetingCommand.DraftFailed(ticket, reason);
    }

    static Notes notes(String bullet, long segment) {
        return bullets("title", List.of(new Note(bullet, segment)));
    }

    static Notes bullets(String title, List<Note> bullets) {
        return new Notes(title, bullets, List.of(), List.of(), List.of(), List.of());
    }

    /// Distinct text of exactly this many characters.
    static String longText(int number, int length) {
        String text = "n" + number + " " + "word ".repeat(length / 5 + 1);
        return text.substring(0, length - 1) + "x";
    }
}
