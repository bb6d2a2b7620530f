/// When a badge is listened to, what counts as one piece of speech, and when its text is told.
@NullMarked
package dev.supie.domain.listening;

import org.jspecify.annotations.NullMarked;
