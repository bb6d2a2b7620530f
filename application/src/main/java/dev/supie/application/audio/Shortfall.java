package dev.supie.application.audio;

import dev.supie.application.speech.port.Availability;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why nobody can be asked, in one line for people.
final class Shortfall {

    private Shortfall() {}

    /// @param otherwise if nobody is there at all
    static String of(Stream<Availability> parts, String otherwise) {
        String reasons =
                parts.flatMap(
                                part ->
                                        switch (part) {
                                            case Availability.Unavailable(String reason) ->
                                                    Stream.of(reason);
                                            case Availability.Ready _ -> Stream.<String>empty();
                                        })
                        .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? otherwise : reasons;
    }
}
