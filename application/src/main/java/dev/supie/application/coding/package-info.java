/// Coding mode: the builds that badges tell about, and who advises about them (COD-1 to COD-5).
@NullMarked
package dev.supie.application.coding;

import org.jspecify.annotations.NullMarked;
