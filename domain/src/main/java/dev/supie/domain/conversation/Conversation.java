package dev.supie.domain.conversation;

import java.time.Instant;

/// The conversation of one connection, in one of seven states (CHAT-1):
///
/// ```
///            said             a sentence is whole         the model is done
///   Quiet ─────────▶ Thinking ───────────────▶ Answering ───────────────────▶ Speaking
///    ▲ ▲               │  ▲                      │    ▲                          │
///    │ │               ▼  │ tools answered       ▼    │                          │
///    │ │              Working ◀──────────────────┘────┘     everything is spoken │
///    │ └─────────────────────────────────────────────────────────────────────────┘
///    │
///    ├── Forgetting ──▶ Speaking      "forget everything", until the store has done so
///    └── Leaving                      "goodbye", until that is spoken
/// ```
///
/// From everywhere an abort, a change of mode or the next question leads away at once (LIS-7). It
/// is kept in memory only and ends with its connection (CON-5). In each state `tickets` is the
/// number of turns and questions so far, by which a late piece of an older one is known. Only
/// [ConversationDecider] makes new ones.
public sealed interface Conversation {

    long tickets();

    /// Nothing is being answered.
    record Quiet(long tickets) implements Conversation {}

    /// The model was asked, and nothing was said yet.
    record Thinking(Turn turn, Instant deadline, long tickets) implements Conversation {}

    /// The model goes on while its first sentences are spoken.
    record Answering(Turn turn, Instant deadline, long tickets) implements Conversation {}

    /// Tools are at work for the model, before or after it has begun to answer.
    record Working(Turn turn, Instant deadline, long tickets) implements Conversation {}

    /// The store forgets.
    record Forgetting(Turn turn, Instant deadline, long tickets) implements Conversation {}

    /// The answer is whole and is being spoken.
    record Speaking(long turn, Instant deadline, long tickets) implements Conversation {}

    /// The same of a goodbye; then the connection ends.
    record Leaving(long turn, Instant deadline, long tickets) implements Conversation {}

    /// A connection on which nothing was said yet.
    static Conversation begun() {
        return new Quiet(0);
    }
}
