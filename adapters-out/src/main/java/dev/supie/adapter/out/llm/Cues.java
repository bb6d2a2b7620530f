package dev.supie.adapter.out.llm;

/// What one sentence says, as far as phrases show it. A strength of 0 means it says nothing of the
/// kind; see [CueReader] for how they come about.
///
/// @param question it asks; what it asks about is neither decided nor a risk
/// @param filler nothing in it but `嗯`, `okay` and the like
/// @param turn it says what is talked about next rather than something about it
/// @param topicStart where the announced subject of the meeting begins in the text, or -1
record Cues(
        int decision,
        int action,
        int risk,
        int nextStep,
        boolean question,
        boolean filler,
        boolean turn,
        int topicStart) {}
