/// A running server, as commands of the same machine or of another one talk to it (REST-1).
@NullMarked
package dev.supie.bootstrap.remote;

import org.jspecify.annotations.NullMarked;
