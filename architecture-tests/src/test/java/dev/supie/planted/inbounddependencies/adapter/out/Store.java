package dev.supie.planted.inbounddependencies.adapter.out;

/// The other side.
public interface Store {}
