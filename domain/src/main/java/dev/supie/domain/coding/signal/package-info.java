/// What the output of build tools says, line by line, and what that comes to (COD-3).
@NullMarked
package dev.supie.domain.coding.signal;

import org.jspecify.annotations.NullMarked;
