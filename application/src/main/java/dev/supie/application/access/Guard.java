package dev.supie.application.access;

import dev.supie.application.access.port.CredentialCheck;

import java.util.List;

/// Whether badges have to prove themselves.
public sealed interface Guard {

    /// AUTH-1: everyone is let in.
    record Open() implements Guard {}

    /// AUTH-2: any of these may accept; asked in this order until one does.
    record Checked(List<CredentialCheck> inOrder) implements Guard {

        public Checked {
            inOrder = List.copyOf(inOrder);
        }
    }
}
