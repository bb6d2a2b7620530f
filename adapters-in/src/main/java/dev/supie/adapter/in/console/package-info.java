/// The console: web pages that show Supie in a browser and play a badge there.
@NullMarked
package dev.supie.adapter.in.console;

import org.jspecify.annotations.NullMarked;
