package dev.supie.application.conversation.port;

import dev.supie.domain.connection.Mode;
import dev.supie.domain.conversation.Memory;

import java.time.LocalDateTime;
import java.util.List;

/// What a model is asked. It says who has said what, so that nobody's words can become an
/// instruction on the way.
///
/// @param mode in which it was asked
/// @param memory of the same badge
/// @param now where the team is
/// @param tools that may be used; each name is legal for models
/// @param rounds of tools in this turn so far, the first one first
public record Prompt(
        String question,
        Mode mode,
        Memory memory,
        LocalDateTime now,
        List<OfferedTool> tools,
        List<ToolRound> rounds) {

    public Prompt {
        tools = List.copyOf(tools);
        rounds = List.copyOf(rounds);
    }

    /// @param parametersSchema a JSON Schema of an object, as text
    public record OfferedTool(String name, String description, String parametersSchema) {}

    /// What the model wanted at once, and what came of it.
    public record ToolRound(List<ToolAnswer> answers) {
        public ToolRound {
            answers = List.copyOf(answers);
        }
    }

    /// @param text for the model
    public record ToolAnswer(ToolRequest request, String text, boolean isError) {}
}
