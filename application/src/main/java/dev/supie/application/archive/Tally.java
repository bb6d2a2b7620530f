package dev.supie.application.archive;

import dev.supie.domain.archive.Excerpt;
import dev.supie.domain.archive.Excerpt.Part;
import dev.supie.domain.archive.Excerpt.Place;
import dev.supie.domain.archive.SearchTerms;
import dev.supie.domain.archive.SearchTerms.Occurrence;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a search has found of one meeting so far. Its size does not depend on how long the meeting
/// is. For one thread.
final class Tally {

    static final int EXCERPTS_MAX = 5;

    /// What a term in the title counts, in one line of the minutes, and in one segment.
    static final int TITLE = 12;

    static final int LINE = 5;
    static final int SEGMENT = 1;

    /// Of each term so many lines and segments count; more say little about the meeting.
    static final int LINES_MAX = 3;

    static final int SEGMENTS_MAX = 10;

    private static final Comparator<Rank> BEST_FIRST =
            Comparator.comparingInt(Rank::place).thenComparingInt(rank -> -rank.terms());

    private final SearchTerms terms;
    private final int[] inTitle;
    private final int[] inLines;
    private final int[] inSegments;
    private final List<Candidate> best = new ArrayList<>();

    /// @param place the title is 0, minutes 1, transcript 2
    /// @param terms how many of them are there
    private record Rank(int place, int terms) {}

    private record Candidate(Rank rank, Excerpt excerpt) {}

    Tally(SearchTerms terms) {
        this.terms = terms;
        int count = terms.terms().size();
        inTitle = new int[count];
        inLines = new int[count];
        inSegments = new int[count];
    }

    void look(Minutes minutes) {
        look(minutes.title(), new Place.Title(), 0, inTitle);
        lines(minutes.bullets(), Part.BULLET);
        lines(minutes.decisions(), Part.DECISION);
        lines(minutes.actions(), Part.ACTION);
        lines(minutes.risks(), Part.RISK);
        lines(minutes.nextSteps(), Part.NEXT_STEP);
    }

    private void lines(List<String> lines, Part part) {
        lines.forEach(line -> look(line, new Place.Line(part), 1, inLines));
    }

    void look(Segment segment) {
        Place place = new Place.Spoken(segment.number(), segment.at(), segment.speaker());
        look(segment.text(), place, 2, inSegments);
    }

    private void look(String text, Place place, int order, int[] counts) {
        List<Occurrence> found = terms.in(text);
        if (found.isEmpty()) {
            return;
        }
        int[] distinct = found.stream().mapToInt(Occurrence::term).distinct().toArray();
        for (int term : distinct) {
            counts[term]++;
        }
        Rank rank = new Rank(order, distinct.length);
        if (best.size() < EXCERPTS_MAX || BEST_FIRST.compare(rank, best.getLast().rank()) < 0) {
            keep(new Candidate(rank, Excerpt.of(place, text, found)));
        }
    }

    private void keep(Candidate candidate) {
        best.add(candidate);
        // Stable, so of equals the earlier one stays.
        best.sort(Comparator.comparing(Candidate::rank, BEST_FIRST));
        if (best.size() > EXCERPTS_MAX) {
            best.removeLast();
        }
    }

    /// Whether every term was found somewhere.
    boolean hasAll() {
        for (int term = 0; term < inTitle.length; term++) {
            if (inTitle[term] + inLines[term] + inSegments[term] == 0) {
                return false;
            }
        }
        return true;
    }

    int score() {
        int score = 0;
        for (int term = 0; term < inTitle.length; term++) {
            score += TITLE * inTitle[term];
            score += LINE * Math.min(inLines[term], LINES_MAX);
            score += SEGMENT * Math.min(inSegments[term], SEGMENTS_MAX);
        }
        return score;
    }

    List<Excerpt> excerpts() {
        return best.stream().map(Candidate::excerpt).toList();
    }
}
