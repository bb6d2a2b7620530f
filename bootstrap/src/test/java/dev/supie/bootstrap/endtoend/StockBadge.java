package dev.supie.bootstrap.endtoend;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// What stock firmware does before it opens a WebSocket: asks OTA, and waits to be activated.
record StockBadge(HttpClient client, String httpUrl, String device, String clientId) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /// The whole answer of OTA.
    JsonObject boot() throws IOException, InterruptedException {
        HttpResponse<String> response = post("/xiaozhi/ota/", body());
        if (response.statusCode() != 200 || response.body().length() >= 8192) {
            throw new AssertionError("firmware could not read " + response.body());
        }
        return Json.createReader(new StringReader(response.body())).readObject();
    }

    private String body() {
        return """
        {"version":2,"language":"en-US","flash_size":16777216,
         "minimum_free_heap_size":"8318916","mac_address":"%1$s","uuid":"%2$s",
         "chip_model_name":"esp32s3","application":{"name":"xiaozhi","version":"2.4.2"},
         "board":{"type":"badge-42","name":"badge-42","ip":"192.168.1.33","mac":"%1$s"}}
        """
                .formatted(device, clientId);
    }

    /// The code that it shows; empty if it need not wait.
    Optional<String> code() throws IOException, InterruptedException {
        return Optional.ofNullable(boot().getJsonObject("activation"))
                .map(activation -> activation.getString("code"));
    }

    String token() throws IOException, InterruptedException {
        return boot().getJsonObject("websocket").getString("token");
    }

    /// The status that it is answered while it waits.
    int activate() throws IOException, InterruptedException {
        return post("/xiaozhi/ota/activate", "{}").statusCode();
    }

    private HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(httpUrl + path))
                        .timeout(LIMIT)
                        .header("Activation-Version", "1")
                        .header("Device-Id", device)
                        .header("Client-Id", clientId)
                        .header("User-Agent", "badge-42/2.4.2")
                        .header("Accept-Language", "en-US")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /// Opens a WebSocket with these headers and closes it again; the status of the handshake.
    int handshake(String deviceUrl, String token) {
        WebSocket.Builder builder =
                client.newWebSocketBuilder()
                        .header("Device-Id", device)
                        .header("Client-Id", clientId)
                        .header("Protocol-Version", "1");
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        try {
            builder.buildAsync(URI.create(deviceUrl), new WebSocket.Listener() {})
                    .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw failure;
        }
    }
}
