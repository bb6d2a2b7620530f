/// What the server tells about itself to those who want to know.
@NullMarked
package dev.supie.application.server;

import org.jspecify.annotations.NullMarked;
