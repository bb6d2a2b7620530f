/// Fetches a configuration from a management server, and keeps the last good one (CFG-3).
@NullMarked
package dev.supie.bootstrap.management;

import org.jspecify.annotations.NullMarked;
