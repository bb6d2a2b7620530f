package dev.supie.adapter.out.auth;

import java.net.URI;

/// Who is asked about tokens (`server.auth.oauth2`), and what we prove ourselves with.
public record IntrospectionSettings(
        URI url, String clientId, String clientSecret, SubjectRule subjects) {

    @Override
    public String toString() {
        return "IntrospectionSettings[url=" + url + ", clientId=" + clientId + "]";
    }
}
