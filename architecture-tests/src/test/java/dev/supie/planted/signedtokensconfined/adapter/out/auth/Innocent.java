package dev.supie.planted.signedtokensconfined.adapter.out.auth;

import com.nimbusds.jwt.SignedJWT;

/// The technology, at home.
interface Innocent {

    SignedJWT use();
}
