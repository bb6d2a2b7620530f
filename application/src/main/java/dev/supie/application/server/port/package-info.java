/// What the server needs to know about the machine and the process it runs in.
@NullMarked
package dev.supie.application.server.port;

import org.jspecify.annotations.NullMarked;
