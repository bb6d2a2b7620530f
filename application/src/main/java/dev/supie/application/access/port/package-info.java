/// What a badge presents, and who can tell whether it is good.
@NullMarked
package dev.supie.application.access.port;

import org.jspecify.annotations.NullMarked;
