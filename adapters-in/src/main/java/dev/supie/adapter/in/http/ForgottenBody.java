package dev.supie.adapter.in.http;

/// A badge of which nothing is remembered any more.
record ForgottenBody(String deviceId) {}
