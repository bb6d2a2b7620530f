import dev.supie.adapter.out.speech.EmbeddedSpeech;
import dev.supie.adapter.out.speech.SoundFile;
import dev.supie.adapter.out.speech.Transcription;
import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speech.port.PcmFrame;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Speaks to Supie with recorded voices in real time, and prints what it carries beside the same
/// models without a server.
final class Speech {

    /// How much is measured.
    record Effort(int rounds, Duration load, double[] levels) {
        static final Effort FULL =
                new Effort(9, Duration.ofSeconds(30), new double[] {0.5, 0.7, 0.8, 0.85, 0.9, 1});
        static final Effort QUICK =
                new Effort(3, Duration.ofSeconds(12), new double[] {0.5, 0.7, 0.85});
    }

    /// What counts as carried: nobody waits longer, apart from one in twenty. A queue that grows is
    /// beyond it within seconds.
    private static final double DELAY_SECONDS_MAX = 2;

    /// And the small model, which is twice as fast, has not done the work of the usual one.
    private static final double SMALL_SHARE_MAX = 0.1;

    private static final Duration DRAIN_MAX = Duration.ofSeconds(20);
    private static final List<String> VOICES =
            List.of("austen-0870", "austen-0880", "austen-0890", "austen-0920", "austen-0930");

    private final Path jdk;
    private final String launcher;
    private final Path models;
    private final Path scratch;
    private final List<PcmFrame> sounds;
    private final List<List<byte[]>> clips;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

    private Speech(String[] arguments) throws IOException {
        this.launcher = arguments[1];
        this.jdk = Path.of(arguments[2]);
        this.models = Path.of(arguments[3]);
        this.scratch = Path.of(arguments[5]);
        this.sounds = new ArrayList<>();
        this.clips = new ArrayList<>();
        for (String voice : VOICES) {
            PcmFrame sound = recording(Path.of(arguments[4], voice + ".wav"));
            sounds.add(sound);
            clips.add(packets(sound, sound.length()));
        }
    }

    static PcmFrame recording(Path file) throws IOException {
        List<PcmFrame> pieces = new ArrayList<>();
        SoundFile.read(file, pieces::add);
        short[] whole = new short[pieces.stream().mapToInt(PcmFrame::length).sum()];
        int length = 0;
        for (PcmFrame piece : pieces) {
            piece.copyTo(whole, length);
            length += piece.length();
        }
        return PcmFrame.of(whole, length);
    }

    /// Arguments: effort, launcher, folder of java, models, voices, scratch folder.
    public static void main(String[] arguments) throws Exception {
        Effort effort = arguments[0].equals("quick") ? Effort.QUICK : Effort.FULL;
        new Speech(arguments).run(effort);
        System.exit(0);
    }

    private void run(Effort effort) throws Exception {
        double without;
        try (ServerProcess server = start(scratch.resolve("none"), "without")) {
            without = server.residentBytes();
        }
        double bare = bare(effort.load());
        System.out.printf("bare models, streams                %8.1f%n", bare);
        try (ServerProcess server = start(models, "with")) {
            awaitReady(server);
            System.out.printf("resident without models, MiB        %8.0f%n", without / (1 << 20));
            System.out.printf("  once they are loaded              %8.0f%n", mebibytes(server));
            idle(server, effort.rounds());
            twenty(server);
            carried(server, effort, bare);
            System.out.printf("resident after all that, MiB        %8.0f%n", mebibytes(server));
        }
    }

    private static double mebibytes(ServerProcess server) throws IOException {
        return server.residentBytes() / (double) (1 << 20);
    }

    private ServerProcess start(Path folder, String data) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(launcher, "serve", "--data", scratch.resolve(data).toString()));
        for (String setting :
                List.of(
                        "server.ip=127.0.0.1",
                        "server.port=0",
                        "server.http_port=0",
                        "server.stats_to_all=false",
                        "log.level=warn",
                        "asr.models_dir=" + folder)) {
            command.addAll(List.of("--set", setting));
        }
        return ServerProcess.start(command, Map.of(), jdk, scratch);
    }

    private void awaitReady(ServerProcess server) throws Exception {
        long deadline = System.nanoTime() + DRAIN_MAX.toNanos();
        while (metric(server, "supie_speech_ready") < 1) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the models are not loaded in time");
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private double metric(ServerProcess server, String name) throws Exception {
        URI page = server.http().resolve("/observe/metrics");
        HttpRequest request = HttpRequest.newBuilder(page).build();
        String text = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        try (Stream<String> lines = text.lines()) {
            return lines.filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                    .sum();
        }
    }

    /// Seconds of speech a second, with as many threads as processors: voice and text, no server.
    private double bare(Duration load) throws InterruptedException {
        InstantSource time = InstantSource.system();
        int threads = Runtime.getRuntime().availableProcessors();
        SystemAlarms alarms = new SystemAlarms(time);
        try (EmbeddedSpeech speech =
                new EmbeddedSpeech(new ModelFolder(models), threads, alarms, time)) {
            speech.load();
            speech.awaitLoaded();
            transcribe(speech, threads, load.dividedBy(4));
            return transcribe(speech, threads, load);
        } finally {
            alarms.close();
        }
    }

    private double transcribe(EmbeddedSpeech speech, int threads, Duration load)
            throws InterruptedException {
        long begun = System.nanoTime();
        LongAdder samples = new LongAdder();
        List<Thread> running = new ArrayList<>();
        for (int index = 0; index < threads; index++) {
            int first = index;
            running.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        int next = first;
                                        while (System.nanoTime() - begun < load.toNanos()) {
                                            PcmFrame sound = sounds.get(next++ % sounds.size());
                                            Transcription words = speech.transcribe(_ -> {});
                                            words.hear(sound);
                                            words.finish();
                                            samples.add(sound.length());
                                        }
                                    }));
        }
        for (Thread thread : running) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return samples.sum() / (double) PcmFrame.SAMPLE_RATE / seconds;
    }

    /// One badge, five seconds of speech, nobody else.
    private void idle(ServerProcess server, int rounds) throws Exception {
        List<List<byte[]>> five = List.of(packets(sounds.getFirst(), 5 * PcmFrame.SAMPLE_RATE));
        Duration once = Duration.ofMillis((five.getFirst().size() - 2) * Speaker.PACKET_MILLIS);
        var result = new Speaker.Result();
        double before = server.processorSeconds();
        for (int round = 0; round < rounds; round++) {
            speak(server, result, 1, five, once, false);
        }
        double cpu = (server.processorSeconds() - before) / (rounds * once.toMillis() / 1e3);
        System.out.printf(
                "one badge, 5 s: text after the stop, s %5.2f  (goal 1)%n", result.delay(0.5));
        System.out.printf("  the slowest of %d                  %8.2f%n", rounds, result.delay(1));
        System.out.printf("  cores while it speaks             %8.2f%n", cpu);
    }

    private void twenty(ServerProcess server) throws Exception {
        var result = new Speaker.Result();
        Duration once = Duration.ofMillis((clips.getLast().size() - 2) * Speaker.PACKET_MILLIS);
        speak(server, result, 20, List.of(clips.getLast()), once, false);
        System.out.printf(
                "20 badges end together: s           %8.2f median, %.2f last; %d of %d answered%n",
                result.delay(0.5), result.delay(1), result.delaysNanos.size(), result.said);
    }

    private void carried(ServerProcess server, Effort effort, double bare) throws Exception {
        int most = 0;
        for (double level : effort.levels()) {
            int streams = Math.max(1, (int) Math.round(level * bare));
            double small = metric(server, "supie_speech_segments_total{model=\"small\"}");
            double usual = metric(server, "supie_speech_segments_total{model=\"usual\"}");
            double before = server.processorSeconds();
            var result = new Speaker.Result();
            speak(server, result, streams, clips, effort.load(), true);
            double spoken = result.packets * Speaker.PACKET_MILLIS / 1e3;
            double cpu = (server.processorSeconds() - before) / spoken;
            small = metric(server, "supie_speech_segments_total{model=\"small\"}") - small;
            usual = metric(server, "supie_speech_segments_total{model=\"usual\"}") - usual;
            double share = small / Math.max(1, small + usual);
            boolean all = result.failed == 0 && result.delaysNanos.size() == result.said;
            boolean fine =
                    all && result.delay(0.95) <= DELAY_SECONDS_MAX && share <= SMALL_SHARE_MAX;
            System.out.printf(
                    "%3d streams: cores a stream %.3f, text after the stop p50 %.2f p95 %.2f s, small"
                            + " model %.0f %%, %d of %d answered: %s%n",
                    streams,
                    cpu,
                    result.delay(0.5),
                    result.delay(0.95),
                    100 * share,
                    result.delaysNanos.size(),
                    result.said,
                    fine ? "carried" : "too many");
            most = fine ? Math.max(most, streams) : most;
        }
        System.out.printf("carried of the bare models' streams %8.2f  (goal 0.85)%n", most / bare);
    }

    /// @param spread whether they begin at different moments, as people do
    private void speak(
            ServerProcess server,
            Speaker.Result result,
            int count,
            List<List<byte[]>> what,
            Duration length,
            boolean spread)
            throws InterruptedException {
        List<Speaker> speakers = new ArrayList<>();
        List<ScheduledFuture<?>> talking = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Speaker speaker = new Speaker(client, server.url(), "aa:" + number, result);
            speakers.add(spread ? speaker : speaker.once());
            long delay = spread ? number * 3_000L / count : 0;
            talking.add(speaker.talk(clock, what, number, delay));
        }
        LockSupport.parkNanos(length.toNanos());
        speakers.forEach(Speaker::end);
        long deadline = System.nanoTime() + DRAIN_MAX.toNanos();
        while (!result.isComplete() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
        talking.forEach(each -> each.cancel(false));
        speakers.forEach(Speaker::close);
    }

    /// The first so many samples as a badge sends them.
    static List<byte[]> packets(PcmFrame sound, int length) {
        short[] samples = new short[sound.length()];
        sound.copyTo(samples, 0);
        try {
            OpusEncoder opus =
                    new OpusEncoder(PcmFrame.SAMPLE_RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
            opus.setBitrate(24_000);
            opus.setComplexity(0);
            opus.setUseVBR(true);
            opus.setUseDTX(true);
            int step = (int) (PcmFrame.SAMPLE_RATE * Speaker.PACKET_MILLIS / 1_000);
            List<byte[]> packets = new ArrayList<>();
            byte[] packet = new byte[1_500];
            for (int from = 0; from < length; from += step) {
                short[] piece = Arrays.copyOfRange(samples, from, from + step);
                int bytes = opus.encode(piece, 0, step, packet, 0, packet.length);
                packets.add(Arrays.copyOf(packet, bytes));
            }
            return packets;
        } catch (OpusException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
