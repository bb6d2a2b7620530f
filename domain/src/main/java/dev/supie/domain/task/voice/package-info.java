/// What people say to take, finish and look at tasks (WF-8): a grammar of commands, which task of a
/// list is meant, and what is only talk.
@NullMarked
package dev.supie.domain.task.voice;

import org.jspecify.annotations.NullMarked;
