package dev.supie.bootstrap.cli;

import java.io.PrintWriter;
import java.util.Optional;

/// Asks a running server about its badges, or tells it who is let in (OTA-1).
@FunctionalInterface
public interface DevicesAction {

    /// Returns the exit status: 0 done, 1 if the server cannot be reached or refuses, 2 wrong use.
    int run(Wish wish, RunningServer server, PrintWriter out, PrintWriter err);

    /// What is wanted.
    sealed interface Wish {

        /// @param state `pending`, `approved` or `revoked`; absent for all
        record Show(Optional<String> state, boolean json) implements Wish {}

        /// @param badge a code or an id
        record Approve(String badge) implements Wish {}

        /// @param badge a code or an id
        record Reject(String badge) implements Wish {}

        record Revoke(String id) implements Wish {}

        /// What was talked about with the badge.
        record Forget(String id) implements Wish {}
    }
}
