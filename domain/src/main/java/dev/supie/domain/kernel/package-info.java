/// Words that every feature of the domain shares: decisions and identities.
@NullMarked
package dev.supie.domain.kernel;

import org.jspecify.annotations.NullMarked;
