package dev.supie.planted.adaptersandservices.application;

/// The port.
public interface Meetings {}
