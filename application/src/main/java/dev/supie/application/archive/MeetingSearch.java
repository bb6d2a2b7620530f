package dev.supie.application.archive;

import dev.supie.domain.archive.Excerpt;
import dev.supie.domain.archive.SearchTerms;
import dev.supie.domain.meeting.MeetingHead;

import java.util.List;

/// Finds meetings by what their titles, minutes and transcripts say (REST-1), in any phase.
///
/// A meeting is found if it has every term somewhere. The best come first: a term in the title
/// counts most, then lines of the minutes, then the transcript, where saying it often counts only
/// up to a point; of equals the later meeting is first. A search reads what it searches, so it
/// looks at the newest [#MEETINGS_MAX] meetings, takes at most about [#SECONDS_MAX] seconds, and
/// only a few run at once. Safe for use by many threads.
public interface MeetingSearch {

    int MEETINGS_MAX = 1000;
    int SECONDS_MAX = 5;
    int LIMIT_MAX = 50;

    /// May throw [dev.supie.application.meeting.port.StoreException].
    ///
    /// @param offset results to skip, 0 to [#MEETINGS_MAX]
    /// @param limit 1 to [#LIMIT_MAX]
    Result search(SearchTerms terms, int offset, int limit);

    /// What came of a search.
    sealed interface Result {

        /// @param total meetings that were found, on this page or not
        /// @param searched meetings that were looked at
        /// @param complete false if there are more meetings, or a longer transcript, than the
        ///   search had time for
        record Found(List<Hit> hits, int total, int searched, boolean complete) implements Result {
            public Found {
                hits = List.copyOf(hits);
            }
        }

        /// Too many searches are under way; nothing was done.
        record Busy() implements Result {}
    }

    /// A meeting that was found.
    ///
    /// @param score says nothing but the order
    /// @param excerpts at most five, those with most of the terms first within title, minutes and
    ///   transcript
    record Hit(MeetingHead head, int score, List<Excerpt> excerpts) {
        public Hit {
            excerpts = List.copyOf(excerpts);
        }
    }
}
