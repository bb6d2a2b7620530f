/// How good minutes are, measured against what people say they should have in them.
@NullMarked
package dev.supie.domain.evaluation;

import org.jspecify.annotations.NullMarked;
