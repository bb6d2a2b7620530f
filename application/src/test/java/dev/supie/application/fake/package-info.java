/// Ports without an outside: they keep the ports' contracts and can be told to fail.
@NullMarked
package dev.supie.application.fake;

import org.jspecify.annotations.NullMarked;
