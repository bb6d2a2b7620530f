package dev.supie.planted.httpclientconfined.adapter.out.llm;

import java.net.http.HttpClient;

/// The technology, at home.
interface Innocent {

    HttpClient use();
}
