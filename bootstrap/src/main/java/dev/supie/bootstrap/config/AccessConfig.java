package dev.supie.bootstrap.config;

import dev.supie.application.access.WebOrigin;

import java.util.List;

/// Who may connect, and from where.
///
/// @param allowedOrigins of web pages (AUTH-4); empty means pages of the same host
/// @param trustedProxies addresses and blocks of them whose `X-Forwarded-For` is believed
public record AccessConfig(
        List<WebOrigin> allowedOrigins, List<String> trustedProxies, AuthConfig auth) {

    public AccessConfig {
        allowedOrigins = List.copyOf(allowedOrigins);
        trustedProxies = List.copyOf(trustedProxies);
    }
}
