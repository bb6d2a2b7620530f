package dev.supie.bootstrap.endtoend;

import jakarta.json.JsonObject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// The meetings as REST-1 shows them.
record Archive(HttpClient client, String httpUrl) {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final int MEETINGS_MAX = 100;
    private static final int PAGE = 500;

    /// Every meeting there is, newest first; at most [#MEETINGS_MAX].
    List<JsonObject> recent() throws IOException, InterruptedException {
        return fetched("/recent?limit=" + MEETINGS_MAX)
                .getJsonArray("data")
                .getValuesAs(JsonObject.class);
    }

    JsonObject detail(String meeting) throws IOException, InterruptedException {
        return fetched("/" + meeting).getJsonObject("data");
    }

    /// All that was said in a meeting, a line for each segment.
    String transcript(String meeting) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        List<JsonObject> page;
        int offset = 0;
        do {
            page =
                    fetched("/" + meeting + "/transcript?limit=" + PAGE + "&offset=" + offset)
                            .getJsonObject("data")
                            .getJsonArray("segments")
                            .getValuesAs(JsonObject.class);
            text.append(
                    page.stream()
                            .map(segment -> segment.getString("text") + "\n")
                            .collect(Collectors.joining()));
            offset += PAGE;
        } while (page.size() == PAGE);
        return text.toString();
    }

    private JsonObject fetched(String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(URI.create(httpUrl + "/supie/meetings" + path))
                                .timeout(ANSWER_MAX)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " -> " + response.statusCode() + response.body());
        }
        JsonObject body = Messages.parsed(response.body());
        if (!body.getBoolean("success")) {
            throw new AssertionError(path + " -> " + body);
        }
        return body;
    }
}
