package dev.supie.application.connection;

import dev.supie.application.connection.ConnectionFeature.Ports;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.meeting.Requester;
import dev.supie.domain.connection.Connection;
import dev.supie.domain.connection.ConnectionCommand;
import dev.supie.domain.connection.ConnectionDecider;
import dev.supie.domain.connection.ConnectionEffect;
import dev.supie.domain.connection.ConnectionRejection;
import dev.supie.domain.connection.IdleHold;
import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;

import java.time.Instant;

/// One step of a connection; only ever called in its lane.
final class ConnectionSteps {

    private static final String MEETING = "meeting";

    private final Ports ports;
    private final Meetings meetings;
    private final TaskRequests tasks;
    private final PeerRequests messages;
    private final CodingRequests builds;
    private final ToolRequests tools;
    private final ServerRequests server;
    private final ModeSteps modes;

    ConnectionSteps(
            Ports ports,
            Meetings meetings,
            TaskRequests tasks,
            PeerRequests messages,
            CodingRequests builds,
            ToolRequests tools,
            ServerRequests server) {
        this.ports = ports;
        this.meetings = meetings;
        this.tasks = tasks;
        this.messages = messages;
        this.builds = builds;
        this.tools = tools;
        this.server = server;
        this.modes = new ModeSteps(this, meetings);
    }

    /// The one step that is taken before the lane is used at all.
    void welcome(LiveConnection live) {
        send(live, hello(live, Rid.NONE));
    }

    private BadgeMessage hello(LiveConnection live, Rid rid) {
        return new BadgeMessage.Welcome(live.identity().session(), messages.inboxEpoch(), rid);
    }

    void begin(LiveConnection live) {
        arm(live);
    }

    void handle(LiveConnection live, BadgeRequest request) {
        switch (request) {
            case BadgeRequest.Hello hello -> {
                command(live, new ConnectionCommand.Greet(hello.features()), hello.rid());
                messages.greeted(live, hello.features());
                tools.greeted(live, hello.features());
            }
            case BadgeRequest.SwitchMode change -> switchMode(live, change);
            case BadgeRequest.AddSnippets add -> {
                command(live, new ConnectionCommand.MessageSeen());
                meeting(
                        live,
                        "snippet",
                        add.rid(),
                        from -> meetings.addSnippets(from, add.items()));
            }
            case BadgeRequest.FinalizeMeeting end -> {
                command(live, new ConnectionCommand.MessageSeen());
                meeting(live, "finalize", end.rid(), meetings::finish);
            }
            case BadgeRequest.AboutServer about -> {
                command(live, new ConnectionCommand.MessageSeen());
                server.handle(live, about);
            }
            case BadgeRequest.AboutTasks about -> {
                command(live, new ConnectionCommand.MessageSeen());
                tasks.handle(live, about);
            }
            case BadgeRequest.AboutMessages about -> {
                command(live, new ConnectionCommand.MessageSeen());
                messages.handle(live, about);
            }
            case BadgeRequest.AboutCoding about -> {
                command(live, new ConnectionCommand.MessageSeen());
                builds.handle(live, about);
            }
            // The talk has heard of it already.
            case BadgeRequest.Abort _ -> command(live, new ConnectionCommand.MessageSeen());
            case BadgeRequest.ToolAnswer answer -> {
                command(live, new ConnectionCommand.MessageSeen());
                tools.answered(live, answer);
            }
            case BadgeRequest.Activity activity -> command(live, seen(activity.kind()));
            case BadgeRequest.Listening _ ->
                    throw new IllegalStateException("listening has steps of its own");
        }
    }

    /// The answer to a request on which the server itself broke.
    void apologise(LiveConnection live, BadgeRequest request) {
        Rid rid =
                switch (request) {
                    case BadgeRequest.Hello hello -> hello.rid();
                    case BadgeRequest.SwitchMode change -> change.rid();
                    case BadgeRequest.AddSnippets add -> add.rid();
                    case BadgeRequest.FinalizeMeeting end -> end.rid();
                    case BadgeRequest.AboutServer about -> about.rid();
                    case BadgeRequest.Listening listening -> listening.rid();
                    case BadgeRequest.AboutTasks about -> about.rid();
                    case BadgeRequest.AboutMessages about -> about.rid();
                    case BadgeRequest.AboutCoding about -> about.rid();
                    case BadgeRequest.ToolAnswer _, BadgeRequest.Abort _, BadgeRequest.Activity _ ->
                            Rid.NONE;
                };
        String text = "the server failed on this request: it is logged there";
        send(live, new BadgeMessage.GeneralError(ErrorCode.INTERNAL_ERROR, text, rid));
    }

    private static ConnectionCommand seen(BadgeRequest.Activity.Kind kind) {
        return switch (kind) {
            case MESSAGE -> new ConnectionCommand.MessageSeen();
            case AUDIO -> new ConnectionCommand.AudioSeen();
            case VOICE -> new ConnectionCommand.VoiceHeard();
            case CONTROL -> new ConnectionCommand.ControlSeen();
        };
    }

    void wake(LiveConnection live) {
        live.wakeup().fired();
        SessionId session = live.identity().session();
        Instant now = ports.time().instant();
        command(live, new ConnectionCommand.DeadlineReached(ports.link().lastSentAt(session, now)));
    }

    void hold(LiveConnection live, MeetingId meeting) {
        live.finalizing().add(meeting);
        command(live, new ConnectionCommand.Hold(IdleHold.FINALIZING));
        // Another badge may have ended the meeting; but the next one may have begun since.
        modes.leaveIfOver(live);
        SpeechSteps.tellEar(live);
    }

    /// Only the last of several lets idle run again.
    void release(LiveConnection live, MeetingId meeting) {
        live.finalizing().remove(meeting);
        if (live.finalizing().isEmpty()) {
            command(live, new ConnectionCommand.Release(IdleHold.FINALIZING));
        }
    }

    void command(LiveConnection live, ConnectionCommand command) {
        command(live, command, Rid.NONE);
    }

    private void command(LiveConnection live, ConnectionCommand command, Rid rid) {
        switch (decide(live, command)) {
            // It has ended or been replaced: what is still under way for it is of no use.
            case Decision.Rejected<Connection, ConnectionEffect, ConnectionRejection> _ -> {}
            case Decision.Accepted<Connection, ConnectionEffect, ConnectionRejection> accepted -> {
                adopt(live, accepted.next());
                accepted.effects()
                        .forEach(effect -> act(live, effect, ModeSteps.Told.NOTHING, rid));
            }
        }
    }

    Decision<Connection, ConnectionEffect, ConnectionRejection> decide(
            LiveConnection live, ConnectionCommand command) {
        return new ConnectionDecider(ports.settings().get())
                .decide(live.state(), command, ports.time().instant());
    }

    void adopt(LiveConnection live, Connection next) {
        live.became(next);
        arm(live);
    }

    private void arm(LiveConnection live) {
        live.wakeup().by(new ConnectionDecider(ports.settings().get()).deadline(live.state()));
    }

    void switchMode(LiveConnection live, BadgeRequest.SwitchMode change) {
        modes.switchMode(live, change);
    }

    /// What a badge may ask of meetings.
    private interface MeetingCall {
        Meetings.Outcome by(Requester from);
    }

    private void meeting(LiveConnection live, String phase, Rid rid, MeetingCall call) {
        if (live.isFenced()) {
            send(live, Refusal.REPLACED.of(MEETING, phase, rid));
            return;
        }
        Meetings.Outcome outcome = call.by(requester(live, rid));
        Refusal.of(outcome).ifPresent(refusal -> send(live, refusal.of(MEETING, phase, rid)));
        if (outcome == Meetings.Outcome.ENDED) {
            // At once, not through the lane: the next message may already start the next meeting.
            command(live, new ConnectionCommand.LeaveMeeting());
        }
    }

    static Requester requester(LiveConnection live, Rid rid) {
        return new Requester(live.identity().device(), live.identity().session(), rid);
    }

    /// @param told what the answer to a change of mode says besides
    void act(LiveConnection live, ConnectionEffect effect, ModeSteps.Told told, Rid rid) {
        SessionId session = live.identity().session();
        switch (effect) {
            // Done before the state was adopted.
            case ConnectionEffect.MeetingWork _ -> {}
            case ConnectionEffect.Welcome _ -> send(live, hello(live, rid));
            case ConnectionEffect.AnswerMode answer ->
                    send(
                            live,
                            new BadgeMessage.ModeReceipt(
                                    answer.action(),
                                    answer.mode(),
                                    answer.idempotent(),
                                    told.resumed(),
                                    told.attending(),
                                    rid));
            case ConnectionEffect.AskToListen _ -> send(live, new BadgeMessage.ListenNow());
            case ConnectionEffect.ShowTasks _ -> tasks.remind(live);
            case ConnectionEffect.ForgetBuild _ -> builds.reset(live);
            case ConnectionEffect.EndBuild _ -> builds.end(live);
            case ConnectionEffect.WarnIdle warn ->
                    send(live, new BadgeMessage.IdleWarning(warn.closingIn()));
            case ConnectionEffect.WarnTimeout warn ->
                    send(
                            live,
                            new BadgeMessage.TimeoutWarning(
                                    warn.closingIn(), "closing because nothing was received"));
            case ConnectionEffect.TellReplaced tell ->
                    send(live, new BadgeMessage.Replaced(tell.closingIn(), Refusal.REPLACED_TEXT));
            case ConnectionEffect.Ping _ -> ports.link().ping(session);
            case ConnectionEffect.BreakSilence _ -> send(live, new BadgeMessage.Pong(Rid.NONE));
            case ConnectionEffect.Close close -> ports.link().close(session, close.code());
            case ConnectionEffect.Abandon _ -> ports.link().abort(session);
        }
    }

    void send(LiveConnection live, BadgeMessage message) {
        ports.link().send(live.identity().session(), message);
    }
}
