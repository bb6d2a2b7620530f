/// Makes what is handed to people who run Supie: a folder with a Java of its own, and an archive of
/// it. Used by the build alone; nothing here is part of the server.
@NullMarked
package dev.supie.distribution;

import org.jspecify.annotations.NullMarked;
