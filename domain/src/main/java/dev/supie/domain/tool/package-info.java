/// Tools that a language model can use (CHAT-3): those of badges, which are asked over their
/// connection, and what our own can be asked for.
@NullMarked
package dev.supie.domain.tool;

import org.jspecify.annotations.NullMarked;
