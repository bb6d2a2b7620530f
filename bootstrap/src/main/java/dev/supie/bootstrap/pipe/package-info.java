/// `supie coding pipe`: a command of a developer's machine whose output a badge hears of (COD-1).
@NullMarked
package dev.supie.bootstrap.pipe;

import org.jspecify.annotations.NullMarked;
