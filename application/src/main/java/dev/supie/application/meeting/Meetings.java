package dev.supie.application.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.SnippetInput;

import java.time.Instant;
import java.util.List;

/// Meetings of badges (MTG-1 to MTG-9). A badge is in the meeting that it has started or joined
/// last and not left since; what it asks for concerns that one.
///
/// Safe for use by many threads. Calls for one meeting are carried out one after the other; a call
/// waits for the store, never for a model or a badge. Whatever was answered `ok` is stored.
public interface Meetings {

    /// From now on only this connection may write for the badge (DUP-2): whatever an older one has
    /// under way is refused when its turn comes. Never waits.
    void arrived(DeviceId device, SessionId session);

    /// Starts a meeting, resumes the one that still runs (MTG-1, MTG-9), or joins that of another
    /// badge.
    Entry start(DeviceId device, SessionId session, Entrance how);

    /// Takes snippets and answers them (MTG-2); a spoken finalize among them ends the meeting.
    Outcome addSnippets(Requester from, List<SnippetInput> items);

    /// Takes what was said on a connection of the badge, without a receipt (MTG-2); a spoken
    /// finalize ends the meeting. The connection may have ended or been replaced meanwhile (DUP-2).
    Outcome addSpeech(DeviceId device, SessionId session, Instant since, String text);

    /// What the end of meeting mode means (MODE-1): a guest leaves; the badge that has started the
    /// meeting ends it, unless it wants to leave others to it.
    Outcome end(Requester from, boolean leaving);

    /// Ends the badge's latest meeting and answers with the ack; or repeats what is known of it, if
    /// it has ended already (MTG-6, MTG-7).
    Outcome finish(Requester from);

    /// Whether the badge's latest meeting takes snippets from this connection. While that cannot be
    /// found out, yes.
    boolean isRecording(DeviceId device, SessionId session);

    /// The badge that has arrived on this connection is ready to hear: delivers what waits for it
    /// (MTG-9).
    void returned(DeviceId device, SessionId session);

    /// A connection of the badge has ended; its meeting goes on without it (MTG-9). Repeating it is
    /// harmless.
    void left(DeviceId device, SessionId session);

    /// Meetings that have not come to their end, those that started first first; for
    /// administrators. Never waits.
    List<RunningMeeting> running();

    /// Goes on with all meetings that had not ended when the last process did (CON-5). Once, at the
    /// start.
    void recover();

    /// What came of a request.
    enum Outcome {
        /// Done and answered.
        DONE,
        /// Done and answered, and the meeting takes no more snippets.
        ENDED,
        /// Done: the badge is out, and the meeting goes on without it.
        LEFT,
        /// As many badges have joined as may; nothing was done or answered.
        FULL,
        /// The badge has no meeting to which this applies; nothing was answered.
        NO_MEETING,
        /// The meeting is there, but this connection does not take part in it; not answered.
        NOT_ATTACHED,
        /// A newer connection has taken over, or this one has ended; nothing was done or answered.
        REPLACED,
        /// Too much is waiting for this badge; nothing was done or answered.
        BUSY,
        /// The store failed; it is unknown whether it was done, and nothing was answered.
        FAILED
    }
}
