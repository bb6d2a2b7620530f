package dev.supie.application.conversation.port;

import dev.supie.domain.conversation.Trouble;

import java.util.List;

/// What is heard of a [ConversationModel] while it answers.
public sealed interface ModelEvent {

    /// More text; never empty.
    record Piece(String text) implements ModelEvent {}

    /// The answer is whole.
    record Ended() implements ModelEvent {}

    /// The model had to stop: its tokens were spent, or a filter stepped in.
    record CutShort() implements ModelEvent {}

    /// There is no more, and not everything was there.
    ///
    /// @param reason short, for people, without secrets
    record Failed(Trouble trouble, String reason) implements ModelEvent {}

    /// The model wants tools to be used before it goes on; it ends here, and is asked again.
    ///
    /// @param requests at least one, at most [#REQUESTS_MAX]
    record ToolsAsked(List<ToolRequest> requests) implements ModelEvent {

        /// More at once is no plan but a mistake.
        public static final int REQUESTS_MAX = 8;

        public ToolsAsked {
            requests = List.copyOf(requests);
        }
    }
}
