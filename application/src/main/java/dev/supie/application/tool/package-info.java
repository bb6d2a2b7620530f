/// What a language model can do besides talking: the tools of the badge that is spoken to (CHAT-3),
/// and the server's own.
@NullMarked
package dev.supie.application.tool;

import org.jspecify.annotations.NullMarked;
