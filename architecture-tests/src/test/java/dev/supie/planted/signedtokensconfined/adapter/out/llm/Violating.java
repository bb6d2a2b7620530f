package dev.supie.planted.signedtokensconfined.adapter.out.llm;

import com.nimbusds.jwt.SignedJWT;

/// The technology, away from home.
interface Violating {

    SignedJWT use();
}
