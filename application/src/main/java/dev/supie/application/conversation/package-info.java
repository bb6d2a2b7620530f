/// Conversation: what is said to a badge is answered, with a language model, tools and a short
/// memory, or without (CHAT-1 to CHAT-3, LIS-7).
@NullMarked
package dev.supie.application.conversation;

import org.jspecify.annotations.NullMarked;
