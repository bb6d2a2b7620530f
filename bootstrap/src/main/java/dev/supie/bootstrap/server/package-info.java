/// Puts the server together from its features, starts it and stops it in order.
@NullMarked
package dev.supie.bootstrap.server;

import org.jspecify.annotations.NullMarked;
