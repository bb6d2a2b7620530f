/// What an administrator sees and does while the server runs.
@NullMarked
package dev.supie.application.administration;

import org.jspecify.annotations.NullMarked;
