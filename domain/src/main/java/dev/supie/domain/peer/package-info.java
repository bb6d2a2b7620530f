/// Messages from badge to badge (PEER-1 to PEER-9): what may be sent, who may send it, and how it
/// waits in an inbox until it is acknowledged.
@NullMarked
package dev.supie.domain.peer;

import org.jspecify.annotations.NullMarked;
