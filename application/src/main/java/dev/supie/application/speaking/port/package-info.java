/// What speaking needs from outside: text made into sound, and sound into packets.
@NullMarked
package dev.supie.application.speaking.port;

import org.jspecify.annotations.NullMarked;
