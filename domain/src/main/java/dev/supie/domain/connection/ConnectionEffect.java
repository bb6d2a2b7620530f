package dev.supie.domain.connection;

import java.time.Duration;

/// What the shell must do after a decision on a connection. All are best-effort but the meeting
/// ones, which must succeed before the next state counts (MODE-2).
public sealed interface ConnectionEffect {

    /// Has to succeed for the decision to count.
    sealed interface MeetingWork extends ConnectionEffect {}

    /// The badge's meeting ends (MODE-1).
    record FinalizeMeeting() implements MeetingWork {}

    /// A meeting starts or goes on (MTG-1, MTG-9).
    record StartMeeting() implements MeetingWork {}

    /// CON-1, CON-2.
    record Welcome() implements ConnectionEffect {}

    /// MODE-1, MODE-2.
    record AnswerMode(ModeAction action, Mode mode, boolean idempotent)
            implements ConnectionEffect {}

    /// MODE-3: the badge shall listen at once.
    record AskToListen() implements ConnectionEffect {}

    /// CON-2, MODE-3: the badge may want to see its group's tasks (WF-7).
    record ShowTasks() implements ConnectionEffect {}

    /// MODE-4: coding begins, and whatever was told of a build before is forgotten.
    record ForgetBuild() implements ConnectionEffect {}

    /// Coding ends, and with it the build that the badge tells of (COD-4).
    record EndBuild() implements ConnectionEffect {}

    /// CON-3, first layer.
    record WarnIdle(Duration closingIn) implements ConnectionEffect {}

    /// CON-3, second layer.
    record WarnTimeout(Duration closingIn) implements ConnectionEffect {}

    /// DUP-1.
    record TellReplaced(Duration closingIn) implements ConnectionEffect {}

    /// MSG-8.
    record Ping() implements ConnectionEffect {}

    /// MSG-8: some text, so that firmware does not take the server for dead.
    record BreakSilence() implements ConnectionEffect {}

    /// Close with this code.
    record Close(CloseCode code) implements ConnectionEffect {}

    /// Drop the socket of a dead peer.
    record Abandon() implements ConnectionEffect {}
}
