package dev.supie.domain.meeting;

/// The steps of finalizing a meeting, in this order (MTG-6).
public enum FinalizeStage {
    PREPARE,
    LLM_START,
    LLM_DONE,
    DONE
}
