package dev.supie.planted.applicationdependencies.application;

import com.fasterxml.jackson.databind.JsonNode;

/// Knows of JSON.
record ViolatingJson(JsonNode node) {}
