package dev.supie.application.fake;

import dev.supie.application.tool.port.ArgumentForms;
import dev.supie.domain.tool.OwnRequest;
import dev.supie.domain.tool.OwnTool;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Takes whatever is between braces for an object, and knows what it means from the test.
public final class ScriptedForms implements ArgumentForms {

    private static final String NOTHING = "{}";

    private final Map<String, OwnRequest> meanings = new HashMap<>();

    /// From now on these arguments ask for that, whatever the tool.
    public String means(OwnRequest request) {
        String arguments = "{" + request + "}";
        meanings.put(arguments, request);
        return arguments;
    }

    @Override
    public String schema(OwnTool tool) {
        return "{\"type\":\"object\",\"title\":\"" + tool.word() + "\"}";
    }

    @Override
    public Reading read(OwnTool tool, String arguments) {
        Optional<String> object = object(arguments);
        if (object.isEmpty()) {
            return new Reading.Broken("not an object");
        }
        if (tool == OwnTool.TELL_TIME && object.get().equals(NOTHING)) {
            return new Reading.Understood(new OwnRequest.TellTime());
        }
        return Optional.ofNullable(meanings.get(arguments))
                .<Reading>map(Reading.Understood::new)
                .orElseGet(() -> new Reading.Broken("missing: everything"));
    }

    @Override
    public Optional<String> object(String arguments) {
        String text = arguments.isBlank() ? NOTHING : arguments.strip();
        boolean whole =
                text.startsWith("{") && text.endsWith("}") && arguments.length() <= CHARS_MAX;
        return whole ? Optional.of(text) : Optional.empty();
    }
}
