package dev.supie.bootstrap.config;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/// The kinds of values that are numbers.
final class Numbers {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?");

    private Numbers() {}

    /// What happens to a number outside its range.
    enum Outside {
        REFUSED,
        /// The nearest end of the range is used, with a warning.
        CLAMPED
    }

    static Kind<Long> whole(long min, long max, Outside outside) {
        return new Whole(min, max, outside, "whole number");
    }

    static Kind<Integer> integer(int min, int max, Outside outside) {
        return whole(min, max, outside).as(Math::toIntExact, Integer::longValue);
    }

    static Kind<Duration> millis(long min, long max, Outside outside) {
        return new Whole(min, max, outside, "milliseconds")
                .as(Duration::ofMillis, Duration::toMillis);
    }

    static Kind<Duration> seconds(long min, long max, Outside outside) {
        return new Whole(min, max, outside, "seconds").as(Duration::ofSeconds, Duration::toSeconds);
    }

    static Kind<Duration> minutes(long min, long max, Outside outside) {
        return new Whole(min, max, outside, "minutes").as(Duration::ofMinutes, Duration::toMinutes);
    }

    static Kind<Double> decimal(double min, double max) {
        return new Decimal(min, max, "use a number from " + min + " to " + max);
    }

    /// Hours from UTC in quarters, because India is at 5.5 and Nepal at 5.75.
    static Kind<ZoneOffset> hoursFromUtc() {
        return new Hours();
    }

    private record Whole(long min, long max, Outside outside, String unit) implements Kind<Long> {

        @Override
        public Reading<Long> read(Given given, Surroundings surroundings) {
            String fix = "use a whole number from " + min + " to " + max;
            if (!(given instanceof Given.Text(String text)) || !WHOLE.matcher(text).matches()) {
                return new Reading.Bad<>("is not a whole number", fix);
            }
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return new Reading.Good<>(number);
            }
            String wrong = number < min ? "is below " + min : "is above " + max;
            long nearest = Math.clamp(number, min, max);
            return switch (outside) {
                case REFUSED -> new Reading.Bad<>(wrong, fix);
                case CLAMPED -> new Reading.Adjusted<>(nearest, wrong, nearest + " is used");
            };
        }

        @Override
        public String shape() {
            String range = unit + ", " + min + " to " + max;
            return switch (outside) {
                case REFUSED -> range;
                case CLAMPED -> range + "; outside, the nearest is used";
            };
        }

        @Override
        public String yaml(Long value) {
            return Long.toString(value);
        }
    }

    private record Decimal(double min, double max, String fix) implements Kind<Double> {

        @Override
        public Reading<Double> read(Given given, Surroundings surroundings) {
            if (!(given instanceof Given.Text(String text)) || !DECIMAL.matcher(text).matches()) {
                return new Reading.Bad<>("is not a number", fix);
            }
            double number = Double.parseDouble(text);
            if (number < min || number > max) {
                return new Reading.Bad<>(number < min ? "is below " + min : "is above " + max, fix);
            }
            return new Reading.Good<>(number);
        }

        @Override
        public String shape() {
            return "number, " + min + " to " + max;
        }

        @Override
        public String yaml(Double value) {
            return Double.toString(value);
        }
    }

    private record Hours() implements Kind<ZoneOffset> {

        private static final int SECONDS = 3600;
        private static final int QUARTER = SECONDS / 4;
        private static final Kind<Double> NUMBER =
                new Decimal(-12, 14, "use hours from -12 to 14, in quarters, such as 5.5");

        @Override
        public Reading<ZoneOffset> read(Given given, Surroundings surroundings) {
            Reading<ZoneOffset> offset =
                    NUMBER.as(Hours::offset, Hours::hours).read(given, surroundings);
            if (offset instanceof Reading.Good<ZoneOffset>(ZoneOffset value)
                    && value.getTotalSeconds() % QUARTER != 0) {
                return new Reading.Bad<>("is not a quarter of an hour", "use for example 5.5");
            }
            return offset;
        }

        @Override
        public String shape() {
            return "hours, -12 to 14, in quarters";
        }

        @Override
        public String yaml(ZoneOffset value) {
            return value.getTotalSeconds() % SECONDS == 0
                    ? Integer.toString(value.getTotalSeconds() / SECONDS)
                    : Double.toString(hours(value));
        }

        private static ZoneOffset offset(double hours) {
            return ZoneOffset.ofTotalSeconds((int) Math.round(hours * SECONDS));
        }

        private static double hours(ZoneOffset offset) {
            return (double) offset.getTotalSeconds() / SECONDS;
        }
    }
}
