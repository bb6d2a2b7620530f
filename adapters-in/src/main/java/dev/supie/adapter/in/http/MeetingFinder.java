package dev.supie.adapter.in.http;

import dev.supie.application.archive.MeetingSearch;
import dev.supie.application.archive.MeetingSearch.Result;
import dev.supie.domain.archive.SearchTerms;
import dev.supie.domain.archive.SearchTerms.Reading;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Answers searches (REST-1); knows parameters and bodies, but no HTTP.
final class MeetingFinder {

    static final int LIMIT_DEFAULT = 20;

    /// Most searches take less.
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(1);

    private final MeetingSearch search;
    private final InstantSource time;

    MeetingFinder(MeetingSearch search, InstantSource time) {
        this.search = search;
        this.time = time;
    }

    Answer find(QueryParameters parameters) {
        int limit = (int) parameters.whole("limit", LIMIT_DEFAULT, 1, MeetingSearch.LIMIT_MAX);
        int offset = (int) parameters.whole("offset", 0, 0, MeetingSearch.MEETINGS_MAX);
        return switch (SearchTerms.read(parameters.words("q"))) {
            case Reading.Refused(String reason) -> {
                parameters.problem("q " + reason);
                yield new Answer.Wrong(parameters.problems());
            }
            case Reading.Understood(SearchTerms terms) ->
                    parameters.problems().isEmpty()
                            ? found(terms, offset, limit)
                            : new Answer.Wrong(parameters.problems());
        };
    }

    private Answer found(SearchTerms terms, int offset, int limit) {
        return switch (search.search(terms, offset, limit)) {
            case Result.Busy _ -> new Answer.TooMany(BUSY_PAUSE);
            case Result.Found found -> {
                List<HitBody> hits =
                        found.hits().stream().map(hit -> HitBody.of(hit, time.instant())).toList();
                yield new Answer.Found(
                        new SearchBody(
                                found.total(), offset, found.searched(), found.complete(), hits));
            }
        };
    }
}
