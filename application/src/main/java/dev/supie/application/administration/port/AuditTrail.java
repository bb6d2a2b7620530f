package dev.supie.application.administration.port;

/// Where it is written down what administrators do, for whoever has to find out later. Never holds
/// up the caller, and is safe for use by many threads. Nothing that is noted is a secret.
@FunctionalInterface
public interface AuditTrail {

    void note(Entry entry);

    /// What somebody has done, or tried to.
    ///
    /// @param who the fingerprint of what he presented; never that itself
    /// @param address where it came from
    /// @param action a word, such as `kick`
    /// @param target what it was done to; empty if there is no such thing
    /// @param result `done`, or why not
    record Entry(String who, String address, String action, String target, String result) {}
}
