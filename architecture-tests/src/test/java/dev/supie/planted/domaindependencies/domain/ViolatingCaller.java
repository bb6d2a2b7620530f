package dev.supie.planted.domaindependencies.domain;

import dev.supie.planted.domaindependencies.application.Outward;

/// Looks outward.
record ViolatingCaller(Outward outward) {}
