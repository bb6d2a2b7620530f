package dev.supie.adapter.out.llm;

import java.net.http.HttpHeaders;

/// What a model server sent back, whole.
record ChatReply(int status, HttpHeaders headers, String body) {}
