package dev.supie.domain.evaluation;

import dev.supie.domain.meeting.Minutes;

import java.util.List;
import java.util.stream.Stream;

/// The lines of minutes, whatever list they stand in.
final class MinutesLines {

    private MinutesLines() {}

    static List<String> of(Minutes minutes) {
        return Stream.of(
                        minutes.bullets(),
                        minutes.decisions(),
                        minutes.actions(),
                        minutes.risks(),
                        minutes.nextSteps())
                .flatMap(List::stream)
                .toList();
    }

    /// The lines that somebody may rely on and act on.
    static List<String> promises(Minutes minutes) {
        return Stream.concat(minutes.decisions().stream(), minutes.actions().stream()).toList();
    }

    static List<String> withTitle(Minutes minutes) {
        return Stream.concat(Stream.of(minutes.title()), of(minutes).stream()).toList();
    }
}
