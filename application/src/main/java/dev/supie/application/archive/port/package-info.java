/// What the archive needs from outside.
@NullMarked
package dev.supie.application.archive.port;

import org.jspecify.annotations.NullMarked;
