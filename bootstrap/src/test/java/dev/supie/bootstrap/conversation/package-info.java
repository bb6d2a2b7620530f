/// Conversations between badges and the server as files, which are both documentation and test.
@NullMarked
package dev.supie.bootstrap.conversation;

import org.jspecify.annotations.NullMarked;
