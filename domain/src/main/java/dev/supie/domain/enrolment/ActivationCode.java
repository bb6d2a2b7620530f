package dev.supie.domain.enrolment;

import java.util.Optional;
import java.util.regex.Pattern;

/// The six digits that a badge shows and speaks, and that its administrator types (T06).
public record ActivationCode(String digits) {

    /// How many codes there are.
    public static final int COUNT = 1_000_000;

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    public ActivationCode {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("not six digits");
        }
    }

    /// @param number 0 to [#COUNT] - 1
    public static ActivationCode of(int number) {
        return new ActivationCode("%06d".formatted(number));
    }

    /// What a person typed: blanks and hyphens between the digits do not matter. Empty if it is no
    /// code.
    public static Optional<ActivationCode> read(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        return FORM.matcher(digits).matches()
                ? Optional.of(new ActivationCode(digits))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return digits;
    }
}
