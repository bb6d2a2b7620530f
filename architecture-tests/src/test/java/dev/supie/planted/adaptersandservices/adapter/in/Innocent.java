package dev.supie.planted.adaptersandservices.adapter.in;

import dev.supie.planted.adaptersandservices.application.Meetings;

/// Calls the port.
record Innocent(Meetings meetings) {}
