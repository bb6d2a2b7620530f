package dev.supie.adapter.in.tool;

import dev.supie.adapter.in.form.JsonNesting;
import dev.supie.application.tool.port.ArgumentForms;
import dev.supie.domain.tool.OwnRequest;
import dev.supie.domain.tool.OwnTool;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import java.io.StringReader;
import java.util.Optional;

/// Arguments in JSON. Names that a tool does not know are passed over, because models like to add
/// some.
public final class JsonArgumentForms implements ArgumentForms {

    @Override
    public String schema(OwnTool tool) {
        return Schemas.of(tool);
    }

    @Override
    public Reading read(OwnTool tool, String arguments) {
        if (arguments.length() > CHARS_MAX) {
            return new Reading.Broken("they must be at most " + CHARS_MAX + " characters");
        }
        Optional<JsonObject> object = parsed(arguments);
        if (object.isEmpty()) {
            return new Reading.Broken("they must be one JSON object");
        }
        ArgumentReader reader = new ArgumentReader(object.get());
        Optional<OwnRequest> request = OwnRequests.read(tool, reader);
        return reader.isSound() && request.isPresent()
                ? new Reading.Understood(request.get())
                : new Reading.Broken(reader.problems());
    }

    @Override
    public Optional<String> object(String arguments) {
        return arguments.length() > CHARS_MAX
                ? Optional.empty()
                : parsed(arguments).map(JsonObject::toString);
    }

    private static Optional<JsonObject> parsed(String arguments) {
        String text = arguments.isBlank() ? "{}" : arguments;
        if (JsonNesting.isTooDeep(text)) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue() instanceof JsonObject object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JsonException | UnsupportedOperationException _) {
            // The latter is what the parser says of a number with more digits than it takes.
            return Optional.empty();
        }
    }
}
