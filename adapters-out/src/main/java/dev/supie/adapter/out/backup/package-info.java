/// Backups: one file with the embedded database and the secrets of the data folder, and the way
/// back (ADR 0027).
@NullMarked
package dev.supie.adapter.out.backup;

import org.jspecify.annotations.NullMarked;
