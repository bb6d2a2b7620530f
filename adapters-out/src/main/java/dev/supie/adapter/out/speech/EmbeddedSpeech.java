package dev.supie.adapter.out.speech;

import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.PacketDecoders;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.application.speech.port.VoiceDetectors;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// Speech without any service: packets to sound, voice told from noise, English speech to text.
///
/// What it needs is loaded in the background, once [#load] says so; a part that cannot be loaded is
/// unavailable and says why, and never keeps the server from running (NET-4).
public final class EmbeddedSpeech implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbeddedSpeech.class.getName());

    private final SpeechCounters counters = new SpeechCounters();
    private final ModelFolder folder;
    private final Loading<SileroModel> voice;
    private final Loading<SpeechModels> models;
    private final RecognitionPool pool;
    private final Recognizer recognizer;
    private final VoiceDetectors detectors;

    /// @param folder where `./supie models fetch` put the files
    /// @param workers how many segments are recognized at once (`asr.workers`)
    public EmbeddedSpeech(ModelFolder folder, int workers, Alarms alarms, InstantSource time) {
        this.folder = folder;
        this.voice = new Loading<>("the voice detector", SileroModel::load);
        this.models = new Loading<>("the speech models", () -> SpeechModels.load(folder));
        this.pool = new RecognitionPool(workers, models::await, counters);
        this.recognizer =
                new EmbeddedRecognizer(
                        this::recognition, this::voiceModel, pool, counters, alarms, time);
        this.detectors = new SileroDetectors(voice);
    }

    /// Begins to load; returns at once. Repeating it is harmless.
    ///
    /// Without the models for text nothing is loaded: a server that recognizes no speech shall not
    /// pay for it. The voice detector comes when somebody asks for one.
    public void load() {
        Optional<String> problem = folder.problem();
        if (problem.isPresent()) {
            LOG.log(System.Logger.Level.WARNING, "speech is not recognized: {0}", problem.get());
        } else {
            voice.begin();
            models.begin();
        }
    }

    /// Waits until everything is loaded or has turned out to be unusable.
    ///
    /// @return whether speech can be recognized
    public Availability awaitLoaded() {
        if (folder.problem().isPresent()) {
            return recognition();
        }
        try {
            voice.await();
            models.await();
        } catch (ModelBrokenException failure) {
            LOG.log(System.Logger.Level.DEBUG, "not loaded", failure);
        }
        return recognition();
    }

    public PacketDecoders decoders() {
        return new OpusPacketDecoders();
    }

    public VoiceDetectors detectors() {
        return detectors;
    }

    public Recognizer recognizer() {
        return recognizer;
    }

    /// Begins to transcribe a recording. Everything must be loaded and ready.
    public Transcription transcribe(Consumer<SpokenLine> lines) {
        return new Transcription(
                new Segmenter(new SileroEar(voice.await())),
                sound -> models.await().usual().transcribe(sound, () -> true),
                lines);
    }

    /// How the recognizer is doing at this moment.
    public SpeechNumbers numbers() {
        return counters.numbers(pool);
    }

    /// What loading has come to, for health.
    public SpeechState state() {
        return switch (recognition()) {
            case Availability.Unavailable(String reason) -> new SpeechState.Unavailable(reason);
            case Availability.Ready _ ->
                    voice.now().isPresent() && models.now().isPresent()
                            ? new SpeechState.Ready()
                            : new SpeechState.Loading();
        };
    }

    /// Models that were fetched after the start of the process are loaded when they are first
    /// needed.
    private Optional<SileroModel> voiceModel() {
        load();
        return voice.now();
    }

    private Availability recognition() {
        return folder.problem()
                .or(voice::failure)
                .or(models::failure)
                .<Availability>map(Availability.Unavailable::new)
                .orElseGet(Availability.Ready::new);
    }

    /// Ends all work; texts that are still awaited never come.
    @Override
    public void close() {
        voice.whenLoaded(SileroModel::close);
        if (pool.end()) {
            models.whenLoaded(SpeechModels::close);
        } else {
            LOG.log(System.Logger.Level.WARNING, "a recognition does not end; its models stay");
        }
    }
}
