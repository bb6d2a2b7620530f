package dev.supie.planted.adaptersandservices.adapter.in;

import dev.supie.planted.adaptersandservices.application.MeetingService;

/// Calls the service past its port.
record ViolatingCaller(MeetingService service) {}
