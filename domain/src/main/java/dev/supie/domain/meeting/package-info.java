/// A meeting of one badge: its state machine, the rules for snippets and transcript, running notes
/// and summary (MTG-1 to MTG-9).
@NullMarked
package dev.supie.domain.meeting;

import org.jspecify.annotations.NullMarked;
