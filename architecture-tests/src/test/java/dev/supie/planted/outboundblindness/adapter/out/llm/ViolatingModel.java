package dev.supie.planted.outboundblindness.adapter.out.llm;

import dev.supie.planted.outboundblindness.adapter.out.jooq.Tables;

/// A model that looks into the tables.
record ViolatingModel(Tables tables) {}
