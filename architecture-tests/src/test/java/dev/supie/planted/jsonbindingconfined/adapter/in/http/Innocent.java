package dev.supie.planted.jsonbindingconfined.adapter.in.http;

import jakarta.json.bind.Jsonb;

/// The technology, at home.
interface Innocent {

    Jsonb use();
}
