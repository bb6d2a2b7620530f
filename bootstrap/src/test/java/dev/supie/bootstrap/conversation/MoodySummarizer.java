package dev.supie.bootstrap.conversation;

import dev.supie.application.meeting.port.Draft;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.application.meeting.port.SummarizerException;

import java.util.Optional;

/// What writes the minutes: the summarizer that is there by default, under its own name or under
/// that of a language model, unless it is told to fail or to hang.
final class MoodySummarizer implements Summarizer {

    private final Summarizer usual;
    private Optional<String> name = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<HangingCall> hanging = Optional.empty();

    MoodySummarizer(Summarizer usual) {
        this.usual = usual;
    }

    void call(String alias) {
        name = Optional.of(alias);
    }

    void failWith(String reason) {
        failure = Optional.of(reason);
    }

    /// The next draft takes until this call is answered.
    void hangIn(HangingCall call) {
        hanging = Optional.of(call);
    }

    @Override
    public Draft draft(DraftRequest request) throws SummarizerException {
        Optional<HangingCall> call = hanging;
        hanging = Optional.empty();
        call.ifPresent(HangingCall::hang);
        if (failure.isPresent()) {
            throw new SummarizerException(failure.get());
        }
        Draft draft = usual.draft(request);
        return new Draft(draft.notes(), name.orElse(draft.provider()));
    }
}
