/// Ring 5: the real server over real sockets, as a badge and a browser see it. Few tests, every
/// wait with a limit.
@NullMarked
package dev.supie.bootstrap.endtoend;

import org.jspecify.annotations.NullMarked;
