/// What meetings need from outside: storage, archive, summarizers.
@NullMarked
package dev.supie.application.meeting.port;

import org.jspecify.annotations.NullMarked;
