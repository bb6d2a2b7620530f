/// Conversation: a turn from what was said to the end of its answer, and the text work it takes
/// (CHAT-1, CHAT-2, LIS-7).
@NullMarked
package dev.supie.domain.conversation;

import org.jspecify.annotations.NullMarked;
