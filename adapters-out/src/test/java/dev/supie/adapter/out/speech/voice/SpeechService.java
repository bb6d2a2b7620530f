package dev.supie.adapter.out.speech.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.service.Secret;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speaking.port.DownlinkFormat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A service that speaks: 60 ms of a tone for each character of what it is to say, as bare samples,
/// unless the test tells it something else.
final class SpeechService implements AutoCloseable {

    private static final int LETTER_SAMPLES = DownlinkFormat.PACKET_SAMPLES;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SystemAlarms alarms = new SystemAlarms(InstantSource.system());
    private final ConcurrentLinkedQueue<Answer> script = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new ArrayList<>();
    private final List<OpenAiSynthesizer> opened = new ArrayList<>();

    /// Answers one request; the body of it has been read.
    interface Answer {
        void to(HttpExchange exchange, String request) throws IOException, InterruptedException;
    }

    SpeechService() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/v1/audio/speech", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            synchronized (requests) {
                requests.add(
                        exchange.getRequestHeaders().getFirst("Authorization") + " " + request);
            }
            Answer next = script.poll();
            Answer usual = sound(tone(input(request).length()));
            (next == null ? usual : next).to(exchange, request);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The next request is answered so.
    SpeechService next(Answer answer) {
        script.add(answer);
        return this;
    }

    /// Answers with these bytes.
    static Answer sound(byte[] bytes) {
        return (exchange, _) -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        };
    }

    /// Answers with these bytes in chunks of this size.
    static Answer drip(byte[] bytes, int piece) {
        return (exchange, _) -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (int from = 0; from < bytes.length; from += piece) {
                out.write(bytes, from, Math.min(piece, bytes.length - from));
                out.flush();
            }
            out.close();
        };
    }

    static Answer status(int status, String body) {
        return (exchange, _) -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /// Sends these bytes and then nothing until somebody opens the gate.
    static Answer hang(byte[] bytes, CountDownLatch gate) {
        return (exchange, _) -> {
            if (bytes.length > 0) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(bytes);
                exchange.getResponseBody().flush();
            }
            gate.await();
        };
    }

    private static String input(String request) throws IOException {
        return new ObjectMapper().readTree(request).path("input").asText();
    }

    static byte[] tone(int letters) {
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        for (int index = 0; index < letters * LETTER_SAMPLES; index++) {
            int sample = (int) (8_000 * Math.sin(index / 10.0));
            sound.write(sample);
            sound.write(sample >> Byte.SIZE);
        }
        return sound.toByteArray();
    }

    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    OpenAiSynthesizer synthesizer(Duration timeout) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        return synthesizer(url, timeout);
    }

    OpenAiSynthesizer synthesizer(URI url, Duration timeout) {
        OpenAiSynthesizer synthesizer =
                new OpenAiSynthesizer(
                        new RemoteVoiceSettings(
                                "cloud", url, Secret.of("k-1"), "tts-1", "alloy", 1.5, timeout),
                        8,
                        alarms,
                        CallTiming.real(InstantSource.system()));
        opened.add(synthesizer);
        return synthesizer;
    }

    @Override
    public void close() {
        opened.forEach(OpenAiSynthesizer::close);
        server.stop(0);
        threads.shutdownNow();
        alarms.close();
    }
}
