/// What runs the pure core: turns and lanes (one writer per key), alarms, bounded background work.
@NullMarked
package dev.supie.application.runtime;

import org.jspecify.annotations.NullMarked;
