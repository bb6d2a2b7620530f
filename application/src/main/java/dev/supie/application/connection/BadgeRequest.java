package dev.supie.application.connection;

import dev.supie.application.access.port.Credential;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.task.TaskRequest;
import dev.supie.domain.coding.CodingCommand;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.listening.ListenMode;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.SnippetInput;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerRequest;
import dev.supie.domain.server.ServerCommand;
import dev.supie.domain.tool.DeviceReply;

import java.util.List;

/// Everything a badge can ask for or show, in well-formed shape. The codec makes these; deciding
/// whether they are allowed is the core's business.
public sealed interface BadgeRequest {

    /// CON-2.
    record Hello(ClientFeatures features, Rid rid) implements BadgeRequest {}

    /// MODE-1.
    ///
    /// @param company what it wants with other badges, if it is a meeting that begins or ends
    record SwitchMode(ModeAction action, Mode mode, WithOthers company, Rid rid)
            implements BadgeRequest {

        /// Of a badge alone.
        public SwitchMode(ModeAction action, Mode mode, Rid rid) {
            this(action, mode, WithOthers.NOTHING, rid);
        }
    }

    /// What a badge that begins or ends a meeting wants with other badges.
    sealed interface WithOthers {

        WithOthers NOTHING = new Nothing();

        record Nothing() implements WithOthers {}

        /// To know the code with which others join.
        record Invite() implements WithOthers {}

        record JoinByCode(JoinCode code) implements WithOthers {}

        record JoinById(MeetingId meeting) implements WithOthers {}

        /// To leave its own meeting to them.
        record Leave() implements WithOthers {}
    }

    /// MTG-2; an item without a speaker has an empty one, and counts as said by the badge.
    record AddSnippets(List<SnippetInput> items, Rid rid) implements BadgeRequest {
        public AddSnippets {
            items = List.copyOf(items);
        }
    }

    /// MTG-6.
    record FinalizeMeeting(Rid rid) implements BadgeRequest {}

    /// What a badge asks of the server itself.
    sealed interface AboutServer extends BadgeRequest {
        Rid rid();
    }

    /// SRV-1: the badge wants every push of statistics, until it disconnects.
    record SubscribeStats(Rid rid) implements AboutServer {}

    /// SRV-2: an administrator commands through the badge.
    ///
    /// @param secret what proves that he is one
    record CommandServer(ServerCommand command, Credential secret, Rid rid)
            implements AboutServer {}

    /// What a badge says about its listening. It is handled in one order with its audio (MSG-9).
    sealed interface Listening extends BadgeRequest {
        Rid rid();
    }

    /// LIS-1.
    record StartListening(ListenMode mode, Rid rid) implements Listening {}

    /// LIS-1.
    record StopListening(Rid rid) implements Listening {}

    /// The badge has understood something by itself, or somebody has typed it (CHAT-2, T24).
    record Detected(String text, Rid rid) implements Listening {}

    /// What a badge asks of its group's tasks.
    sealed interface AboutTasks extends BadgeRequest {
        Rid rid();
    }

    /// WF-3, WF-4.
    record ChangeTasks(TaskRequest change, Rid rid) implements AboutTasks {}

    /// WF-3: the badge wants to see the list.
    record PullTasks(Rid rid) implements AboutTasks {}

    /// What a badge says about messages between badges.
    sealed interface AboutMessages extends BadgeRequest {
        Rid rid();
    }

    /// PEER-1.
    record SendMessage(PeerRequest message, Rid rid) implements AboutMessages {}

    /// PEER-7: the badge has every message up to this place. Not answered.
    record AcknowledgeUpTo(long rseq, Rid rid) implements AboutMessages {}

    /// PEER-7: the badge has this message. Not answered.
    record AcknowledgeOne(MessageId id, Rid rid) implements AboutMessages {}

    /// COD-1: what a badge, or the pipe of one, tells of its build.
    record AboutCoding(CodingCommand.Told told, Rid rid) implements BadgeRequest {}

    /// LIS-7: whatever is being spoken ends. Not answered: `tts stop` is, if there was something.
    record Abort() implements BadgeRequest {}

    /// The badge has answered a question about its tools (CHAT-3). Not answered.
    ///
    /// @param request the id of what it answers
    record ToolAnswer(int request, DeviceReply reply) implements BadgeRequest {}

    /// Something arrived that needs no answer from the core but shows that the badge lives.
    record Activity(Kind kind) implements BadgeRequest {

        /// What arrived.
        public enum Kind {
            /// A text message: a ping that was answered already, or one that was refused.
            MESSAGE,
            /// An audio packet.
            AUDIO,
            /// Voice was noticed in audio whose packets have been told already (CON-3).
            VOICE,
            /// A WebSocket ping or pong.
            CONTROL
        }
    }
}
