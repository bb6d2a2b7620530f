package dev.supie.planted.jsonbindingconfined.adapter.in.badge;

import jakarta.json.bind.Jsonb;

/// The technology, away from home.
interface Violating {

    Jsonb use();
}
