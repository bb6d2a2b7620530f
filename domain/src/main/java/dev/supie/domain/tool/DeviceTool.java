package dev.supie.domain.tool;

/// A tool of a badge, as the badge describes it.
///
/// @param name the badge's own, such as `self.audio_speaker.set_volume`
/// @param schema of its arguments, the text of a JSON object
/// @param forPeople whether it is for people only, and no model may use it (`annotations.audience`)
public record DeviceTool(String name, String description, String schema, boolean forPeople) {

    /// Of a name, in UTF-16 units; a tool with a longer one is left out.
    public static final int NAME_MAX = 128;

    /// Longer descriptions are cut.
    public static final int DESCRIPTION_MAX = 1_000;

    /// A tool with a longer one is left out: half a schema is none.
    public static final int SCHEMA_MAX = 4_000;

    public DeviceTool {
        if (description.length() > DESCRIPTION_MAX) {
            description = description.substring(0, DESCRIPTION_MAX - 1) + "…";
        }
    }

    /// Whether it is offered to models.
    boolean isUsable() {
        return !forPeople
                && !name.isBlank()
                && name.length() <= NAME_MAX
                && schema.length() <= SCHEMA_MAX;
    }

    /// What it costs to be told of it, in UTF-16 units.
    int chars() {
        return name.length() + description.length() + schema.length();
    }
}
