/// Secrets of this server in files of the data folder, and what is made with them: badges' tokens,
/// codes, and the check of signatures (OTA-1, T06, T07).
@NullMarked
package dev.supie.adapter.out.secrets;

import org.jspecify.annotations.NullMarked;
