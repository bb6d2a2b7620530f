package dev.supie.application.tool;

/// What came of a [ToolCall], in words for the model; at most [#TEXT_MAX] characters.
///
/// @param isError whether it was not done
public record ToolResult(String text, boolean isError) {

    /// More would not leave a model room to think.
    public static final int TEXT_MAX = 8_000;

    public static ToolResult of(String text) {
        return new ToolResult(text, false);
    }

    public static ToolResult error(String text) {
        return new ToolResult(text, true);
    }

    /// Longer texts are cut, and say so.
    public ToolResult {
        text = ToolText.cut(text, TEXT_MAX);
    }
}
