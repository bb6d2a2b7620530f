package dev.supie.planted.jacksonconfined.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.JsonNode;

/// The technology, at home.
interface Innocent {

    JsonNode use();
}
