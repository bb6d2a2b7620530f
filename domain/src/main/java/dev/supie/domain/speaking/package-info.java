/// How an answer is spoken to a badge: which sentence is shown, which is being made into sound, and
/// when each packet of sound may go out (CHAT-1, LIS-7, T25, T26).
@NullMarked
package dev.supie.domain.speaking;

import org.jspecify.annotations.NullMarked;
