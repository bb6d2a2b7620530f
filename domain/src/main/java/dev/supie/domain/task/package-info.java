/// The task boards of groups: what a task is, and what may become of it.
@NullMarked
package dev.supie.domain.task;

import org.jspecify.annotations.NullMarked;
