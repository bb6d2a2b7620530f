package dev.supie.planted.outboundblindness.adapter.out;

import dev.supie.planted.outboundblindness.adapter.out.jooq.Tables;

/// The parent package is no meeting place either.
record ViolatingShared(Tables tables) {}
