/// Connections of badges as the socket adapter drives them.
@NullMarked
package dev.supie.application.connection;

import org.jspecify.annotations.NullMarked;
