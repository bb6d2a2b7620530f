/// What administration needs from outside.
@NullMarked
package dev.supie.application.administration.port;

import org.jspecify.annotations.NullMarked;
