package dev.supie.application.peer.port;

/// The task boards of groups, for messages that ask for something to be done (PEER-10).
///
/// Safe for use by many threads; a call waits for the store.
public interface TaskBoards {

    /// Writes what a message asks for onto the boards of its targets' groups, and shows it to their
    /// badges. Asked again, it writes only what is still missing: what is there already may have
    /// been changed by people since.
    Result write(SentMessage sent);

    /// What came of it.
    sealed interface Result {

        /// All of it is there and stored.
        record Written() implements Result {}

        /// The rules of boards say no to some of it, and would the next time; the rest is there.
        record Refused(String reason) implements Result {}

        /// Not all of it is known to be there: ask again later.
        record Unknown() implements Result {}
    }
}
