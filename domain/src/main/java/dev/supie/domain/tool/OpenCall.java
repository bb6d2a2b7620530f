package dev.supie.domain.tool;

import java.time.Instant;

/// A call that a badge has not answered.
///
/// @param request its id on the wire
/// @param ticket by which whoever wanted it knows it
/// @param due when nobody waits any longer
record OpenCall(int request, long ticket, Instant due) {}
