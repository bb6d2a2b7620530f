/// Measures how good minutes are: meetings with known outcomes, played to a summarizer.
@NullMarked
package dev.supie.bootstrap.evaluation;

import org.jspecify.annotations.NullMarked;
