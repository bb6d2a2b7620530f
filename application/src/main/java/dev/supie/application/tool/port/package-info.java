/// What tools need from outside.
@NullMarked
package dev.supie.application.tool.port;

import org.jspecify.annotations.NullMarked;
