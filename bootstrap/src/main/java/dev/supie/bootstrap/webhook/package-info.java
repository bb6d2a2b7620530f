/// `supie webhook-echo`: a receiver of webhooks that says what came and whether it was signed
/// right, for people who write one (HOOK-1).
@NullMarked
package dev.supie.bootstrap.webhook;

import org.jspecify.annotations.NullMarked;
