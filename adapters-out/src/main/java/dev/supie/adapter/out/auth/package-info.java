/// The ways to prove oneself (AUTH-2): signed tokens, introspection, tokens that are listed.
@NullMarked
package dev.supie.adapter.out.auth;

import org.jspecify.annotations.NullMarked;
