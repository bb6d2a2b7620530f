package dev.supie.planted.hiddenservices.application;

/// Open for heirs.
class ViolatingOpenService {}
