package dev.supie.planted.jacksonconfined.adapter.in.badge;

import com.fasterxml.jackson.databind.JsonNode;

/// The technology, away from home.
interface Violating {

    JsonNode use();
}
