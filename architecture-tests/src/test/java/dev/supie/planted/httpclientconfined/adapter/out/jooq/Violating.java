package dev.supie.planted.httpclientconfined.adapter.out.jooq;

import java.net.http.HttpClient;

/// The technology, away from home.
interface Violating {

    HttpClient use();
}
