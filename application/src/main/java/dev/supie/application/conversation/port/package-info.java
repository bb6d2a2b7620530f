/// What conversation needs from outside: a model that answers, and a store that remembers.
@NullMarked
package dev.supie.application.conversation.port;

import org.jspecify.annotations.NullMarked;
