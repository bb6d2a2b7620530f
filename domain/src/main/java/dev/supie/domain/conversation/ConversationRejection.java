package dev.supie.domain.conversation;

/// Why the rules of conversation say no. What people say is never refused.
public enum ConversationRejection {
    /// A piece, an end or an answer that nobody waits for.
    STALE
}
