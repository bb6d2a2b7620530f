/// Recognizers that ask a service: over HTTP, or over a WebSocket while somebody speaks.
@NullMarked
package dev.supie.adapter.out.speech.remote;

import org.jspecify.annotations.NullMarked;
