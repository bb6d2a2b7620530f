package dev.supie.domain.coding;

/// Advice with where it comes from (COD-4).
///
/// @param phase of the build, as its sender called it; empty if it did not
/// @param provider who wrote it, [#RULES] without a model
public record Insight(String phase, Advice advice, String provider) {

    /// The provider of advice that needs no model.
    public static final String RULES = "rules";
}
