package dev.supie.domain.listening;

import java.time.Instant;

/// What is remembered from state to state.
///
/// @param boundary the last boundary; for a connection that never gave one, its beginning
/// @param segments how many pieces of speech have begun, which is also the number of the last one
record Diary(Boundary boundary, long segments) {

    Diary with(Boundary.Kind kind, Instant now) {
        return new Diary(new Boundary(kind, now), segments);
    }

    Diary withNextSegment() {
        return new Diary(boundary, segments + 1);
    }
}
