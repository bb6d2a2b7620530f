/// Where peer messages are kept, and who reads what is meant by them.
@NullMarked
package dev.supie.application.peer.port;

import org.jspecify.annotations.NullMarked;
