/// What tasks need from outside.
@NullMarked
package dev.supie.application.task.port;

import org.jspecify.annotations.NullMarked;
