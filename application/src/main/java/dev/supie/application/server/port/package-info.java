/// What the server needs to know about the machine it runs on.
@NullMarked
package dev.supie.application.server.port;

import org.jspecify.annotations.NullMarked;
