/// What serving sound to programs needs from outside: an understanding of sound files.
@NullMarked
package dev.supie.application.audio.port;

import org.jspecify.annotations.NullMarked;
