/// What a configuration says about minutes: who writes them, and by which rules.
@NullMarked
package dev.supie.bootstrap.summary;

import org.jspecify.annotations.NullMarked;
