/// What becomes of meetings once they were held: they are searched, and removed one by one or by
/// age (REST-1, MTG-11). Reading them is the port `MeetingArchive` of the meetings themselves.
@NullMarked
package dev.supie.application.archive;

import org.jspecify.annotations.NullMarked;
