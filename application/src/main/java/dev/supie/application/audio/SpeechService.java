package dev.supie.application.audio;

import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.SynthesisResult.Code;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.domain.speaking.Sentences;
import dev.supie.domain.speaking.Tongue;

import java.util.List;

/// Has texts said part by part, as badges' answers are.
final class SpeechService implements Speeches {

    private final AudioFeature.Voices voices;

    SpeechService(AudioFeature.Voices voices) {
        this.voices = voices;
    }

    @Override
    public List<String> models() {
        return voices.synthesizers().stream().map(Synthesizer::name).toList();
    }

    @Override
    public SpeechOutcome speak(Question question, SoundSink sink) {
        List<Synthesizer> named =
                voices.synthesizers().stream()
                        .filter(each -> question.model().map(each.name()::equals).orElse(true))
                        .toList();
        if (question.model().isPresent() && named.isEmpty()) {
            return new SpeechOutcome.UnknownModel(models());
        }
        List<Synthesizer> ready =
                named.stream().filter(each -> each.availability().isReady()).toList();
        if (ready.isEmpty()) {
            return new SpeechOutcome.Unavailable(whyNot(named));
        }
        List<String> parts =
                Sentences.shown(question.text()).stream()
                        .map(Sentences::aloud)
                        .filter(part -> !part.isEmpty())
                        .toList();
        return parts.isEmpty() ? new SpeechOutcome.Silent() : said(parts, ready, sink);
    }

    private static String whyNot(List<Synthesizer> synthesizers) {
        return Shortfall.of(
                synthesizers.stream().map(Synthesizer::availability),
                "no synthesizer of this machine is in tts.chain");
    }

    private SpeechOutcome said(List<String> parts, List<Synthesizer> ready, SoundSink sink) {
        for (String part : parts) {
            LanguageTag language = new LanguageTag(Tongue.of(part).code());
            SoundOfPart sound =
                    new SoundOfPart(ready, new SynthesisRequest(part, language, voices.within()));
            switch (sound.madeBy(voices.workers())) {
                case SynthesisResult.Spoken _ -> sound.handOnTo(sink);
                case SynthesisResult.Failed(Code code, String message) -> {
                    return new SpeechOutcome.Failed(code, message);
                }
                case SynthesisResult.Cancelled _ -> {
                    return new SpeechOutcome.Failed(Code.UNAVAILABLE, "the server is ending");
                }
            }
        }
        return new SpeechOutcome.Spoken();
    }
}
