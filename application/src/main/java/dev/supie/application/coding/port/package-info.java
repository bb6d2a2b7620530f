/// What coding mode needs from outside: a model that advises.
@NullMarked
package dev.supie.application.coding.port;

import org.jspecify.annotations.NullMarked;
