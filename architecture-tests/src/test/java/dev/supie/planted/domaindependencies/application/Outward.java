package dev.supie.planted.domaindependencies.application;

/// What the domain must not see.
public interface Outward {}
