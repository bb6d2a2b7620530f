/// Tasks of groups as connections, speech and HTTP use them.
@NullMarked
package dev.supie.application.task;

import org.jspecify.annotations.NullMarked;
