/// The text of build logs: raw output in, clean lines without secrets out (COD-2).
@NullMarked
package dev.supie.domain.coding.log;

import org.jspecify.annotations.NullMarked;
