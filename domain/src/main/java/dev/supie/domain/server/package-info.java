/// What the server says about itself: who is online, how busy the machine is.
@NullMarked
package dev.supie.domain.server;

import org.jspecify.annotations.NullMarked;
