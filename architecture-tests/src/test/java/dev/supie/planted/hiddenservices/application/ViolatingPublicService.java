package dev.supie.planted.hiddenservices.application;

/// Shown to everybody.
public final class ViolatingPublicService {}
