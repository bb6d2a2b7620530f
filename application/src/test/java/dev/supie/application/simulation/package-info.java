/// Ring 4: many badges, faults and restarts, all drawn from one seed.
@NullMarked
package dev.supie.application.simulation;

import org.jspecify.annotations.NullMarked;
