/// `supie backup` and `supie restore` (ADR 0027).
@NullMarked
package dev.supie.bootstrap.backup;

import org.jspecify.annotations.NullMarked;
