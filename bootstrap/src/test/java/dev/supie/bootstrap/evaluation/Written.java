package dev.supie.bootstrap.evaluation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;

import java.util.List;

/// An answer in the form that models are asked for.
final class Written {

    private Written() {}

    static String minutes(
            String title, List<String> bullets, List<String> decisions, List<String> actions) {
        return Json.createObjectBuilder()
                .add("title", title)
                .add("bullets", lines(bullets))
                .add("decisions", lines(decisions))
                .add("actions", lines(actions))
                .add("risks", lines(List.of()))
                .add("nextSteps", lines(List.of()))
                .build()
                .toString();
    }

    private static JsonArrayBuilder lines(List<String> texts) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        texts.forEach(text -> lines.add(Json.createObjectBuilder().add("text", text)));
        return lines;
    }
}
