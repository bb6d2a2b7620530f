package dev.supie.adapter.in.http;

import dev.supie.application.archive.MeetingSearch;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.time.Instant;
import java.util.List;

/// A meeting that was found, as in a list of meetings, with what was found in it.
@JsonbPropertyOrder({"meeting", "score", "excerpts"})
record HitBody(MeetingBody meeting, int score, List<ExcerptBody> excerpts) {

    static HitBody of(MeetingSearch.Hit hit, Instant now) {
        return new HitBody(
                MeetingBody.listed(hit.head(), now),
                hit.score(),
                hit.excerpts().stream().map(ExcerptBody::of).toList());
    }
}
