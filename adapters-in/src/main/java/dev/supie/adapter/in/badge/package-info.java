/// The badge protocol over WebSocket: who may connect, what becomes of what a badge sends, and the
/// way back to it.
@NullMarked
package dev.supie.adapter.in.badge;

import org.jspecify.annotations.NullMarked;
