package dev.supie.domain.meeting;

import java.util.Optional;
import java.util.regex.Pattern;

/// Six digits with which a badge joins the meeting of another one. It is good for as long as the
/// meeting takes snippets, and is shown to nobody but the badge that started the meeting: not even
/// in a log.
public record JoinCode(String digits) {

    /// How many codes there are.
    public static final int COUNT = 1_000_000;

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

    public JoinCode {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("not six digits");
        }
    }

    /// @param number 0 to [#COUNT] - 1
    public static JoinCode of(int number) {
        return new JoinCode("%06d".formatted(number));
    }

    /// What a person typed: blanks and hyphens between the digits do not matter. Empty if it is no
    /// code.
    public static Optional<JoinCode> read(String typed) {
        String digits = BETWEEN.matcher(typed).replaceAll("");
        return FORM.matcher(digits).matches()
                ? Optional.of(new JoinCode(digits))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "******";
    }
}
