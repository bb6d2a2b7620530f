package dev.supie.planted.inboundblindness.adapter.in.badge.codec;

/// Part of the badge's own package.
public interface Words {}
