package dev.supie.adapter.out.speech.remote;

import dev.supie.adapter.out.service.CallTiming;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The recognizers that ask a service, by the names they have in the configuration.
///
/// Whether they answer is tried once when the process starts and seen with every utterance after
/// it; a change is logged, and [#states] tells it to health. One that does not answer stays in use:
/// it may answer the next time.
public final class RemoteRecognizers implements AutoCloseable {

    private static final SessionId CHECK = new SessionId("start-check");
    private static final int TONE_HERTZ = 440;
    private static final int TONE_LOUDNESS = 1_000;

    private final Map<String, WatchedRecognizer> byAlias;

    RemoteRecognizers(List<WatchedRecognizer> recognizers) {
        Map<String, WatchedRecognizer> named = new LinkedHashMap<>();
        recognizers.forEach(each -> named.put(each.name(), each));
        this.byAlias = Collections.unmodifiableMap(named);
    }

    /// Nothing is asked yet.
    public static RemoteRecognizers open(
            List<RemoteSettings> settings, Alarms alarms, InstantSource time) {
        CallTiming timing = CallTiming.real(time);
        return new RemoteRecognizers(
                settings.stream()
                        .map(each -> new WatchedRecognizer(recognizer(each, alarms, timing)))
                        .toList());
    }

    static RemoteRecognizer recognizer(RemoteSettings settings, Alarms alarms, CallTiming timing) {
        return switch (settings.protocol()) {
            case OPENAI -> new OpenAiRecognizer(settings, timing);
            case FUNASR -> new FunAsrRecognizer(settings, alarms, timing);
        };
    }

    public Map<String, Recognizer> byAlias() {
        return Collections.unmodifiableMap(byAlias);
    }

    /// How the last utterance went at each, in a few words.
    public Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        byAlias.forEach((alias, each) -> states.put(alias, each.outcome().state()));
        return states;
    }

    /// Asks each of them, in the background, for the text of a second without words: that shows a
    /// wrong address, key or model at the start, and not when somebody speaks.
    public void check() {
        byAlias.values().forEach(RemoteRecognizers::check);
    }

    private static void check(Recognizer recognizer) {
        RecognitionRequest request =
                new RecognitionRequest(
                        CHECK,
                        new DeviceId(CHECK.value()),
                        Optional.empty(),
                        RemoteSettings.TIMEOUT_MAX);
        // What it says is noted where every utterance is.
        RecognitionStream stream = recognizer.open(request, _ -> {});
        stream.push(tone());
        stream.finish();
    }

    /// Soft, but not silence, which is answered without asking anybody.
    private static PcmFrame tone() {
        short[] samples = new short[PcmFrame.SAMPLE_RATE];
        for (int index = 0; index < samples.length; index++) {
            double turn = 2 * Math.PI * TONE_HERTZ * index / PcmFrame.SAMPLE_RATE;
            samples[index] = (short) (TONE_LOUDNESS * Math.sin(turn));
        }
        return PcmFrame.of(samples, samples.length);
    }

    /// What is under way fails.
    @Override
    public void close() {
        byAlias.values().forEach(WatchedRecognizer::close);
    }
}
