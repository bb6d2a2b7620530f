package dev.supie.planted.hiddenservices.application;

/// As a service should be.
final class InnocentService {}
