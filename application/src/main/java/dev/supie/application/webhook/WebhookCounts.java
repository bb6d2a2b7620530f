package dev.supie.application.webhook;

/// Notices settled since the start of the process, by result (HOOK-1, OBS-1).
public record WebhookCounts(long ok, long retryOk, long fail) {}
