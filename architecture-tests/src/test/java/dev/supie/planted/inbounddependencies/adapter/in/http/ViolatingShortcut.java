package dev.supie.planted.inbounddependencies.adapter.in.http;

import dev.supie.planted.inbounddependencies.adapter.out.Store;

/// Round the application.
record ViolatingShortcut(Store store) {}
