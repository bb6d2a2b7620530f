package dev.supie.application.tool.port;

import dev.supie.domain.tool.OwnRequest;
import dev.supie.domain.tool.OwnTool;

import java.util.Optional;

/// Reads what models write as arguments of calls, which is mostly JSON, and says what it should be.
///
/// Pure and safe for use by many threads. However broken the text is, it never throws, and it looks
/// at no more than [#CHARS_MAX] of it.
public interface ArgumentForms {

    /// UTF-16 units; longer arguments are broken ones.
    int CHARS_MAX = 16_000;

    /// The JSON Schema of a tool's arguments, as text.
    String schema(OwnTool tool);

    /// What the arguments of a call ask for. Text of white space only counts as `{}`, because that
    /// is what models write for none.
    Reading read(OwnTool tool, String arguments);

    /// The arguments as the compact text of one JSON object; empty if they are none.
    Optional<String> object(String arguments);

    /// What became of arguments.
    sealed interface Reading {

        record Understood(OwnRequest request) implements Reading {}

        /// @param why names everything that is wrong, in words for the model
        record Broken(String why) implements Reading {}
    }
}
