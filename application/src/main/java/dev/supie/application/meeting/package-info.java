/// Meetings as the outside asks for them.
@NullMarked
package dev.supie.application.meeting;

import org.jspecify.annotations.NullMarked;
