package dev.supie.domain.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// When a task is to be done (WF-1), as an ISO 8601 date or date and time of the calendar.
public sealed interface Due {

    /// What a wrong one is told.
    String FORM = "an ISO date like 2026-11-30 or 2026-11-30T17:00, with Z or +08:00 if wanted";

    /// Longer text is no date of any form.
    int LENGTH_MAX = 40;

    int YEAR_MIN = 1970;
    int YEAR_MAX = 9999;

    /// Whenever.
    record Never() implements Due {
        @Override
        public String toString() {
            return "";
        }
    }

    /// At the end of a day, where the team is.
    record Day(LocalDate date) implements Due {
        @Override
        public String toString() {
            return date.toString();
        }
    }

    /// At a time of the clock, where the team is.
    record Hour(LocalDateTime time) implements Due {
        @Override
        public String toString() {
            return time.toString();
        }
    }

    /// At one moment, wherever.
    record Moment(OffsetDateTime time) implements Due {
        @Override
        public String toString() {
            return time.toString();
        }
    }

    /// The text that [#of] understands; empty for [Never].
    @Override
    String toString();

    static Due never() {
        return new Never();
    }

    /// What raw text means: nothing is [Never]; empty if it means nothing at all.
    static Optional<Due> of(String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return Optional.of(never());
        }
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        return Stream.<Function<String, Optional<Due>>>of(
                        given -> read(given, LocalDate::parse).map(Day::new),
                        given -> read(given, LocalDateTime::parse).map(Hour::new),
                        given -> read(given, OffsetDateTime::parse).map(Moment::new))
                .map(form -> form.apply(text))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Whether it has passed.
    ///
    /// @param offset of the team's clocks
    default boolean isOver(Instant now, ZoneOffset offset) {
        return switch (this) {
            case Never _ -> false;
            case Day(LocalDate date) -> date.isBefore(LocalDate.ofInstant(now, offset));
            case Hour(LocalDateTime time) -> time.toInstant(offset).isBefore(now);
            case Moment(OffsetDateTime time) -> time.toInstant().isBefore(now);
        };
    }

    private static <T extends TemporalAccessor> Optional<T> read(
            String text, Function<String, T> form) {
        try {
            T read = form.apply(text);
            int year = read.get(ChronoField.YEAR);
            return year < YEAR_MIN || year > YEAR_MAX ? Optional.empty() : Optional.of(read);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
