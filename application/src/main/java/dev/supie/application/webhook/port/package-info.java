/// What the webhook needs from outside: the outbox that survives a kill, and the way to the
/// receiver.
@NullMarked
package dev.supie.application.webhook.port;

import org.jspecify.annotations.NullMarked;
