package dev.supie.adapter.out.speech.model;

/// Is told how far something is; called often, by the thread that does it.
@FunctionalInterface
public interface Progress {

    /// @param what is being done, for people
    /// @param done of `total` bytes; never more
    void at(String what, long done, long total);
}
