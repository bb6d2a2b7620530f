package dev.supie.planted.outboundblindness.adapter.out.jooq;

/// Tables.
public interface Tables {}
