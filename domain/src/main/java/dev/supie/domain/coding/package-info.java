/// Coding mode: a run of a build, what is told about it while it goes on and at its end, and the
/// rules by which that is advice and not an echo (COD-1 to COD-5).
@NullMarked
package dev.supie.domain.coding;

import org.jspecify.annotations.NullMarked;
