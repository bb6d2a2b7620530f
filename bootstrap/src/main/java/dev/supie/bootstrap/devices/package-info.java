/// `supie devices`: talks to a running server as an administrator (OTA-1, REST-1).
@NullMarked
package dev.supie.bootstrap.devices;

import org.jspecify.annotations.NullMarked;
