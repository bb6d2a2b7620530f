package dev.supie.planted.outbounddependencies.adapter.in;

/// The other side.
public interface Endpoint {}
