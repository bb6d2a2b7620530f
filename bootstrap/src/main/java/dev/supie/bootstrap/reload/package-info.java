/// Changes the configuration of a running server (CFG-3).
@NullMarked
package dev.supie.bootstrap.reload;

import org.jspecify.annotations.NullMarked;
