package dev.supie.application.conversation;

import dev.supie.domain.conversation.Memory;

/// The note that a model is asked about. It is known by its place and not by its words, because
/// people ask the same thing again. Only ever used in the lane of its memory.
final class AwaitedNote {

    private int newer;

    /// One came after it.
    void oneMore() {
        newer++;
    }

    /// Everything that was remembered is forgotten. The place is one that no note ever has, however
    /// many come now.
    void forget() {
        newer = Memory.NOTES_MAX;
    }

    /// The memory with this instead of it, if it is still there.
    Memory better(Memory memory, String text) {
        return memory.withBetter(text, newer);
    }
}
