package dev.supie.adapter.out.service;

import java.net.http.HttpHeaders;

/// What a service sent back, whole.
public record ServiceReply(int status, HttpHeaders headers, String body) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
