package dev.supie.application.audio;

import dev.supie.application.audio.port.FileContent;
import dev.supie.application.runtime.Awaited;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionEvent.Code;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.domain.kernel.DeviceId;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Asks recognizers one after the other, as for badges, until one has the text.
final class TranscriptionService implements Transcriptions {

    /// As whom programs are heard.
    private static final DeviceId PROGRAM = new DeviceId("program");

    /// How much longer than promised a recognizer is waited for.
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(TranscriptionService.class.getName());

    private final AudioFeature.Ears ears;

    TranscriptionService(AudioFeature.Ears ears) {
        this.ears = ears;
    }

    @Override
    public List<String> models() {
        return ears.recognizers().stream()
                .flatMap(each -> Stream.of(each.name(), each.model()))
                .distinct()
                .toList();
    }

    @Override
    public TranscriptionOutcome transcribe(Question question) {
        List<Recognizer> named =
                ears.recognizers().stream().filter(each -> isMeant(question, each)).toList();
        if (question.model().isPresent() && named.isEmpty()) {
            return new TranscriptionOutcome.UnknownModel(models());
        }
        List<Recognizer> ready =
                named.stream().filter(each -> each.availability().isReady()).toList();
        if (ready.isEmpty()) {
            return new TranscriptionOutcome.Unavailable(whyNot(named));
        }
        return switch (ears.files().read(question.file(), SOUND_MAX)) {
            case FileContent.Unreadable(String reason) ->
                    new TranscriptionOutcome.Unreadable(reason);
            case FileContent.TooLong _ -> new TranscriptionOutcome.TooLong();
            case FileContent.Sound(List<PcmFrame> pieces) -> heard(question, ready, pieces);
        };
    }

    private static boolean isMeant(Question question, Recognizer recognizer) {
        return question.model()
                .map(name -> name.equals(recognizer.name()) || name.equals(recognizer.model()))
                .orElse(true);
    }

    private static String whyNot(List<Recognizer> recognizers) {
        return Shortfall.of(
                recognizers.stream().map(Recognizer::availability),
                "no recognizer of this machine is in asr.chain");
    }

    private TranscriptionOutcome heard(
            Question question, List<Recognizer> ready, List<PcmFrame> sound) {
        Duration length =
                sound.stream().map(PcmFrame::duration).reduce(Duration.ZERO, Duration::plus);
        TranscriptionOutcome outcome = new TranscriptionOutcome.Unavailable(whyNot(ready));
        for (Recognizer recognizer : ready) {
            switch (asked(recognizer, question, sound)) {
                case RecognitionEvent.Final said -> {
                    return new TranscriptionOutcome.Transcribed(
                            said.text(), said.language(), length, said.from(), said.to());
                }
                case RecognitionEvent.Failed(Code code, boolean _, String message) ->
                        outcome = new TranscriptionOutcome.Failed(code, message);
            }
        }
        return outcome;
    }

    private RecognitionEvent.Terminal asked(
            Recognizer recognizer, Question question, List<PcmFrame> sound) {
        CompletableFuture<RecognitionEvent.Terminal> end = new CompletableFuture<>();
        RecognitionRequest request =
                new RecognitionRequest(
                        ears.freshSession().get(), PROGRAM, question.language(), ears.within());
        RecognitionStream stream;
        try {
            stream = recognizer.open(request, event -> note(event, end));
        } catch (RuntimeException bug) {
            return broke(recognizer, bug);
        }
        try {
            sound.forEach(stream::push);
            stream.finish();
        } catch (RuntimeException bug) {
            // What it has open would stay so.
            stream.cancel();
            return broke(recognizer, bug);
        }
        return awaited(end, stream);
    }

    /// Adapters stand at the edge: what breaks in one must not cost the next its turn.
    private static RecognitionEvent.Failed broke(Recognizer recognizer, RuntimeException bug) {
        LOG.log(System.Logger.Level.ERROR, "recognizer " + recognizer.name() + " broke", bug);
        return failed(Code.BROKEN, "the recognizer broke: it is logged");
    }

    private static void note(
            RecognitionEvent event, CompletableFuture<RecognitionEvent.Terminal> end) {
        switch (event) {
            case RecognitionEvent.Partial _ -> {}
            case RecognitionEvent.Terminal terminal -> end.complete(terminal);
        }
    }

    private RecognitionEvent.Terminal awaited(
            CompletableFuture<RecognitionEvent.Terminal> end, RecognitionStream stream) {
        return switch (Awaited.of(end, ears.within().plus(GRACE))) {
            case Awaited.Come<RecognitionEvent.Terminal>(RecognitionEvent.Terminal event) -> event;
            case Awaited.TooLate<RecognitionEvent.Terminal> _ -> {
                stream.cancel();
                yield failed(Code.TIMEOUT, "no text in time");
            }
            case Awaited.Interrupted<RecognitionEvent.Terminal> _ -> {
                stream.cancel();
                yield failed(Code.UNAVAILABLE, "the server is ending");
            }
        };
    }

    private static RecognitionEvent.Failed failed(Code code, String message) {
        return new RecognitionEvent.Failed(code, true, message);
    }
}
