/// `supie peer`: says what the configuration means for messages from badge to badge (PEER-2).
@NullMarked
package dev.supie.bootstrap.peer;

import org.jspecify.annotations.NullMarked;
