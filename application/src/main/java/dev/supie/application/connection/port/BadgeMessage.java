package dev.supie.application.connection.port;

import dev.supie.domain.coding.Insight;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.FinalizeStage;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;
import dev.supie.domain.meeting.Summary;
import dev.supie.domain.server.ServerCommand;
import dev.supie.domain.server.ServerStats;
import dev.supie.domain.speaking.Emotion;
import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.TaskId;
import dev.supie.domain.task.voice.VoiceIntent;
import dev.supie.domain.tool.DeviceRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything Supie says to a badge in text. The wire form is the codec's business.
public sealed interface BadgeMessage {

    /// The hello of CON-1, first on every connection and the answer to every hello (CON-2).
    ///
    /// @param inboxEpoch changes only if the badge's inbox was wiped or restored (PEER-5); empty if
    ///   no messages are carried
    record Welcome(SessionId session, String inboxEpoch, Rid rid) implements BadgeMessage {

        /// Where no messages are carried.
        public Welcome(SessionId session, Rid rid) {
            this(session, "", rid);
        }
    }

    /// MSG-8.
    record Pong(Rid rid) implements BadgeMessage {}

    /// MODE-1, MODE-2; `resumed` is MTG-9.
    ///
    /// @param attending in what meeting, if the badge is not alone there or wants to be found
    record ModeReceipt(
            ModeAction action,
            Mode mode,
            boolean idempotent,
            boolean resumed,
            Optional<Attending> attending,
            Rid rid)
            implements BadgeMessage {

        /// Of a badge alone.
        public ModeReceipt(
                ModeAction action, Mode mode, boolean idempotent, boolean resumed, Rid rid) {
            this(action, mode, idempotent, resumed, Optional.empty(), rid);
        }
    }

    /// MTG-2.
    ///
    /// @param accepted items that are stored now
    /// @param dropped items over a limit of MTG-3, or sent while the meeting is being finalized
    /// @param ignored blank items and repeats within 60 s
    record SnippetReceipt(int accepted, int dropped, int ignored, Rid rid)
            implements BadgeMessage {}

    /// MTG-6, first answer to a finalize.
    record FinalizeAck(
            MeetingId meeting, Instant startedAt, int pendingCount, boolean idempotent, Rid rid)
            implements BadgeMessage {}

    /// MTG-6, how finalizing goes on.
    record MeetingProgress(MeetingId meeting, FinalizeStage stage, Duration elapsed, int tokensMax)
            implements BadgeMessage {}

    /// MTG-4; a newer one makes a queued older one superfluous (MSG-7).
    ///
    /// @param segments the last ones, at most 50
    /// @param names of those speakers who have one, if the meeting has several badges
    record TranscriptPush(
            MeetingId meeting,
            List<Segment> segments,
            long totalSegments,
            Map<String, String> names)
            implements BadgeMessage {
        public TranscriptPush {
            segments = List.copyOf(segments);
            names = Map.copyOf(names);
        }

        /// In the meeting of a badge alone.
        public TranscriptPush(MeetingId meeting, List<Segment> segments, long totalSegments) {
            this(meeting, segments, totalSegments, Map.of());
        }
    }

    /// MTG-4: what another badge of the meeting has said, as soon as it is stored.
    ///
    /// @param session of the badge that is told
    /// @param name of the speaker, if it has one
    record Caption(SessionId session, MeetingId meeting, Snippet said, Optional<String> name)
            implements BadgeMessage {}

    /// Who is in a meeting of several badges; a newer one makes a queued older one superfluous.
    ///
    /// @param members everybody who has ever joined, the badge that started the meeting first
    record CompanyPush(MeetingId meeting, List<Member> members) implements BadgeMessage {
        public CompanyPush {
            members = List.copyOf(members);
        }
    }

    /// Of [CompanyPush].
    ///
    /// @param here whether it takes part right now
    record Member(DeviceId device, Optional<String> name, Attending.Role role, boolean here) {}

    /// MTG-8, and MTG-5 if it is a checkpoint.
    record MeetingSummary(Summary summary, boolean idempotent, Rid rid) implements BadgeMessage {}

    /// MTG-10: the transcript of somebody else's meeting; a newer one makes a queued older one
    /// superfluous (MSG-7).
    ///
    /// @param from the badge that started it
    record ShownTranscript(DeviceId from, TranscriptPush push) implements BadgeMessage {}

    /// MTG-10: the minutes of somebody else's meeting, or what they are so far.
    ///
    /// @param from the badge that started it
    record ShownSummary(DeviceId from, Summary summary) implements BadgeMessage {}

    /// LIS-4: what was said, or typed for it, as every firmware shows it.
    record SpeechText(SessionId session, String text) implements BadgeMessage {}

    /// MODE-4: the same, of what asks for another mode; the switch follows.
    record SwitchText(SessionId session, String text, Mode target) implements BadgeMessage {}

    /// LIS-4.
    ///
    /// @param since when it was begun to be said; the same for all that is told of one piece
    /// @param provider who recognized it
    /// @param last whether it is final; a newer guess makes a queued older one superfluous (MSG-7)
    record Transcription(
            SessionId session, Instant since, String text, String provider, boolean last)
            implements BadgeMessage {}

    /// LIS-6: something was not heard, and none of it will be.
    ///
    /// @param reason one word for programs
    record TranscriptionFailed(SessionId session, ErrorCode code, String reason, String message)
            implements BadgeMessage {}

    /// MODE-3: the badge shall listen.
    record ListenNow() implements BadgeMessage {}

    /// CHAT-1: the badge is spoken to from now on.
    record SpeechStart(SessionId session) implements BadgeMessage {}

    /// CHAT-1: what is said from now on; one sentence, or a part of one.
    ///
    /// @param text without control characters (T38)
    record SentenceStart(SessionId session, String text) implements BadgeMessage {}

    /// CHAT-1, LIS-7: the badge is not spoken to any more.
    record SpeechStop(SessionId session) implements BadgeMessage {}

    /// CHAT-1: the face the badge shall make.
    ///
    /// @param text what badges without faces show for it, usually a picture character; empty for
    ///   nothing
    record Face(SessionId session, Emotion emotion, String text) implements BadgeMessage {}

    /// WF-5: a request about tasks is done and stored.
    ///
    /// @param ids of the tasks that the request named
    record TaskReceipt(TaskEvent event, List<TaskId> ids, boolean idempotent, Rid rid)
            implements BadgeMessage {
        public TaskReceipt {
            ids = List.copyOf(ids);
        }
    }

    /// WF-5: all tasks of the badge's group; a newer one makes a queued older one superfluous,
    /// unless that answers a request (MSG-7).
    ///
    /// @param tasks in the order of lists (WF-6)
    record TaskList(List<ListedTask> tasks, Rid rid) implements BadgeMessage {
        public TaskList {
            tasks = List.copyOf(tasks);
        }
    }

    /// WF-8: a spoken command was understood; what becomes of it follows as if it had been sent.
    ///
    /// @param id of the task it is about, if it is about one
    record TaskCommand(VoiceIntent intent, Optional<TaskId> id, Rid rid) implements BadgeMessage {}

    /// COD-1: something of a build was taken. What was told is not repeated.
    record BuildReceipt(BuildEvent event, Rid rid) implements BadgeMessage {}

    /// COD-4: what is to be said of a build.
    ///
    /// @param last whether it is the summary of a build that is over
    /// @param from who builds; empty if it is the badge itself (COD-5)
    record BuildAdvice(Insight insight, boolean last, Optional<DeviceId> from)
            implements BadgeMessage {}

    /// The error of a feature (MSG-4).
    ///
    /// @param feature the `type` it belongs to
    /// @param phase the phase, event or state of the request; empty if unknown
    record FeatureError(String feature, String phase, ErrorCode code, String message, Rid rid)
            implements BadgeMessage {}

    /// The badge has tried too often to join meetings (MSG-4).
    record JoinLimited(String message, Duration retryAfter, Rid rid) implements BadgeMessage {}

    /// The error of a message that belongs to no feature (MSG-3).
    record GeneralError(ErrorCode code, String message, Rid rid) implements BadgeMessage {}

    /// MSG-2: messages of the badge are being dropped.
    record RateLimited(String message, Duration retryAfter) implements BadgeMessage {}

    /// CON-3, first layer.
    record IdleWarning(Duration closingIn) implements BadgeMessage {}

    /// CON-3, second layer.
    record TimeoutWarning(Duration closingIn, String message) implements BadgeMessage {}

    /// SRV-1; a newer one makes a queued older one superfluous, unless that answers a request.
    record StatsPush(ServerStats stats, Rid rid) implements BadgeMessage {}

    /// SRV-2: a command was carried out, or is from now on.
    record ServerReceipt(ServerCommand command, String message, Rid rid) implements BadgeMessage {}

    /// PEER-5 to PEER-9.
    record Peer(PeerNews news, Rid rid) implements BadgeMessage {}

    /// CHAT-3: a question to the tools of the badge itself.
    record ToolRequest(SessionId session, DeviceRequest request) implements BadgeMessage {}

    /// DUP-1.
    record Replaced(Duration closingIn, String message) implements BadgeMessage {}
}
