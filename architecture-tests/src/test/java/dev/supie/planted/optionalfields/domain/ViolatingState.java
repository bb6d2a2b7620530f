package dev.supie.planted.optionalfields.domain;

import java.util.Optional;

/// Has a component that may be missing.
record ViolatingState(Optional<String> title) {}
