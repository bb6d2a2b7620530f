/// Where the process begins.
@NullMarked
package dev.supie.bootstrap;

import org.jspecify.annotations.NullMarked;
