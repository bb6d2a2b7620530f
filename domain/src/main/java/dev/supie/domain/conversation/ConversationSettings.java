package dev.supie.domain.conversation;

import dev.supie.domain.connection.TalkPhrases;

import java.time.Duration;
import java.time.ZoneOffset;

/// The knobs of conversation. Values in force are given with every decision, so a changed one holds
/// from the next decision on (CFG-3).
///
/// @param model whether there is a model to ask
/// @param greeting `conversation.greeting`: whether a wake word is answered (CHAT-2)
/// @param offset `server.timezone_offset`: where the team is, for what the time is
/// @param firstPieceWithin how long a model may think before it says anything
/// @param turnWithin after which an answer that still goes on is broken off
public record ConversationSettings(
        boolean model,
        boolean greeting,
        TalkPhrases phrases,
        ZoneOffset offset,
        Duration firstPieceWithin,
        Duration turnWithin) {

    /// Between two pieces of an answer. A model that is quiet for longer has broken off.
    public static final Duration NEXT_PIECE_WITHIN = Duration.ofSeconds(20);

    /// For all tools of one round; each of them ends by itself before that (CHAT-3).
    public static final Duration TOOLS_WITHIN = Duration.ofSeconds(12);

    /// For the longest answer to be spoken; a mouth that has not ended by then never will.
    public static final Duration SPEAKING_MAX = Duration.ofMinutes(15);

    /// For the store to forget.
    public static final Duration FORGETTING_MAX = Duration.ofSeconds(6);

    /// Nobody listens to more than that, some five minutes, in one go.
    public static final int ANSWER_CHARS_MAX = 2_000;

    /// How often a model may ask for tools before it must answer.
    public static final int TOOL_ROUNDS_MAX = 5;

    /// More of what was said than that is not shown to a model: it is talk of minutes.
    public static final int QUESTION_CHARS_MAX = 4_000;

    public static final ConversationSettings DEFAULTS =
            new ConversationSettings(
                    false,
                    false,
                    TalkPhrases.DEFAULTS,
                    ZoneOffset.ofHours(8),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(60));

    public ConversationSettings {
        if (!firstPieceWithin.isPositive() || turnWithin.compareTo(firstPieceWithin) < 0) {
            throw new IllegalArgumentException("a conversation needs sensible times");
        }
    }
}
