/// The way back to a badge, and everything that can be told to it.
@NullMarked
package dev.supie.application.connection.port;

import org.jspecify.annotations.NullMarked;
