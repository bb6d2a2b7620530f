package dev.supie.bootstrap.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Waits until a server can recognize speech, as its health says (OBS-1).
final class SpeechReadiness {

    private static final Duration LOADING_MAX = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private SpeechReadiness() {}

    static void await(HttpClient client, String httpUrl) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String state = state(client, httpUrl);
        while (state.equals("loading")) {
            if (System.nanoTime() - begin > LOADING_MAX.toNanos()) {
                throw new IllegalStateException(
                        "the speech models were not loaded in "
                                + TimeUnit.NANOSECONDS.toSeconds(LOADING_MAX.toNanos())
                                + " s");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            state = state(client, httpUrl);
        }
        if (!state.equals("ready")) {
            throw new IllegalStateException("speech is " + state);
        }
    }

    private static String state(HttpClient client, String httpUrl)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(httpUrl + "/observe/health/ready")).build();
        String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject().getJsonArray("checks").stream()
                    .map(check -> (JsonObject) check)
                    .filter(check -> check.getString("name").equals("speech"))
                    .map(check -> check.getJsonObject("data").getString("state"))
                    .findFirst()
                    .orElse("not known to its health");
        }
    }
}
