/// The command line: what `./supie` understands. What the commands do is plugged in.
@NullMarked
package dev.supie.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
