package dev.supie.domain.conversation;

import dev.supie.domain.meeting.Language;

import java.time.Duration;
import java.time.Instant;

/// One question and what has been said to it so far.
///
/// @param id of the turn, and of what the mouth is told of it
/// @param language of what Supie itself says
/// @param endsBy when it is broken off
/// @param stream what of the answer is no whole sentence yet
/// @param answer everything that was said; empty as long as nothing was
/// @param rounds how often the model has asked for tools
record Turn(
        long id,
        String question,
        Language language,
        Instant endsBy,
        SentenceStream stream,
        String answer,
        int rounds) {

    static Turn begun(long id, String question, Instant endsBy) {
        return new Turn(id, question, Language.of(question), endsBy, SentenceStream.EMPTY, "", 0);
    }

    Turn with(SentenceStream next) {
        return new Turn(id, question, language, endsBy, next, answer, rounds);
    }

    Turn saying(String sentence) {
        String gap =
                answer.isEmpty() || Character.isIdeographic(sentence.codePointAt(0)) ? "" : " ";
        return new Turn(id, question, language, endsBy, stream, answer + gap + sentence, rounds);
    }

    /// The model asks for tools; what it said before them is whole.
    Turn callingTools() {
        return new Turn(id, question, language, endsBy, SentenceStream.EMPTY, answer, rounds + 1);
    }

    boolean hasBegun() {
        return !answer.isEmpty();
    }

    /// Not later than the turn itself.
    Instant deadline(Duration within, Instant now) {
        Instant at = now.plus(within);
        return at.isBefore(endsBy) ? at : endsBy;
    }
}
