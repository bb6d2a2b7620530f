import dev.supie.application.speech.port.PcmFrame;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Asks a whole server a spoken question, and prints how long after `listen stop` its answer begins
/// to sound: recorded voice in, real models, a language model that takes no time, a voice of this
/// machine out.
final class FirstSound {

    private static final long READY_NANOS_MAX = 60_000_000_000L;

    /// Five seconds; the end is not cut in a word more often than people are.
    private static final String VOICE = "austen-0930.wav";

    private static final int PACKET_SAMPLES =
            (int) (PcmFrame.SAMPLE_RATE * Speaker.PACKET_MILLIS / 1_000);

    private FirstSound() {}

    /// Arguments: effort, launcher, folder of java, models, voices, scratch folder.
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments[0].equals("quick") ? 5 : 15;
        PcmFrame sound = Speech.recording(Path.of(arguments[4], VOICE));
        int whole = sound.length() / PACKET_SAMPLES * PACKET_SAMPLES;
        List<byte[]> packets = Speech.packets(sound, whole);
        try (InstantModel model = new InstantModel();
                HttpClient client = HttpClient.newHttpClient()) {
            for (String synthesizer : List.of("espeak", "freetts")) {
                try (ServerProcess server = start(arguments, model, synthesizer)) {
                    awaitReady(client, server);
                    measure(synthesizer, client, server.url(), packets, rounds);
                }
            }
        }
        System.exit(0);
    }

    private static ServerProcess start(String[] arguments, InstantModel model, String synthesizer)
            throws Exception {
        Path scratch = Path.of(arguments[5]);
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(arguments[1], "serve", "--data", scratch.resolve(synthesizer).toString()));
        for (String setting :
                List.of(
                        "server.ip=127.0.0.1",
                        "server.port=0",
                        "server.http_port=0",
                        "server.stats_to_all=false",
                        "log.level=warn",
                        "llm.main.base_url=" + model.url(),
                        "llm.main.model=instant",
                        "tts.chain=[" + synthesizer + "]",
                        "asr.models_dir=" + arguments[3])) {
            command.addAll(List.of("--set", setting));
        }
        return ServerProcess.start(command, Map.of(), Path.of(arguments[2]), scratch);
    }

    private static void awaitReady(HttpClient client, ServerProcess server) throws Exception {
        HttpRequest page =
                HttpRequest.newBuilder(server.http().resolve("/observe/metrics")).build();
        long deadline = System.nanoTime() + READY_NANOS_MAX;
        while (!client.send(page, HttpResponse.BodyHandlers.ofString())
                .body()
                .contains("supie_speech_ready 1")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the models are not loaded in time");
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static void measure(
            String synthesizer, HttpClient client, URI url, List<byte[]> packets, int rounds)
            throws Exception {
        List<Double> texts = new ArrayList<>();
        List<Double> sounds = new ArrayList<>();
        double first;
        try (Talker badge = new Talker(client, url, "aa:01")) {
            first = badge.talk(packets).sound();
            for (int round = 0; round < rounds; round++) {
                Talker.Delays delays = badge.talk(packets);
                texts.add(delays.text());
                sounds.add(delays.sound());
            }
        }
        Collections.sort(texts);
        Collections.sort(sounds);
        System.out.printf(
                Locale.ROOT,
                "whole server with %s, from listen stop, ms (the very first: %.0f)%n",
                synthesizer,
                first);
        row("until the text", texts, "");
        row("until the answer sounds", sounds, "1500");
        System.out.println();
    }

    private static void row(String what, List<Double> sorted, String goal) {
        System.out.printf(
                Locale.ROOT,
                "%-36s%9.0f%9.0f%9.0f%9s%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(Math.max(0, (int) Math.ceil(0.95 * sorted.size()) - 1)),
                sorted.getLast(),
                goal);
    }
}
