package dev.supie.bootstrap.config;

import java.util.Optional;

/// What a configuration has from a management server.
///
/// @param address where it was asked; empty without `config.url`
/// @param document empty if there was none to be had
record Managed(Optional<ManagementAddress> address, Optional<ManagedDocument> document) {

    static final Managed NOTHING = new Managed(Optional.empty(), Optional.empty());

    static Managed by(ManagementAddress address, Optional<ManagedDocument> document) {
        return new Managed(Optional.of(address), document);
    }

    /// What is known of the document there; empty if what is known is from elsewhere.
    Optional<ManagedDocument> knownFrom(ManagementAddress other) {
        return document.filter(known -> known.isFrom(other));
    }
}
