package dev.supie.bootstrap.config;

import java.util.Locale;

/// CFG-2: a secret, written out or as a [Reference].
record SecretKind() implements Kind<Secret> {

    /// A larger file is not a secret but a mistake.
    static final int FILE_BYTES_MAX = Reference.FILE_BYTES_MAX;

    private static final String WHAT = "secret";
    private static final String FIX = Reference.fix(WHAT);

    @Override
    public Reading<Secret> read(Given given, Surroundings surroundings) {
        if (!(given instanceof Given.Text(String raw))) {
            return new Reading.Bad<>("is not a text", FIX);
        }
        String value = raw.strip();
        return value.equals(Secret.MASK)
                ? new Reading.Bad<>("is the mask of a secret, not the secret", FIX)
                : Reference.resolved(value, WHAT, surroundings, SecretKind::checked);
    }

    @Override
    public String shape() {
        return "secret: itself, ${NAME} or file:PATH";
    }

    @Override
    public String yaml(Secret value) {
        return YamlText.scalar(value.toString());
    }

    @Override
    public boolean secret() {
        return true;
    }

    private static Reading<Secret> checked(String value, String fix) {
        if (value.isEmpty()) {
            return new Reading.Bad<>("is empty", fix);
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            return new Reading.Bad<>("the secret is more than one line of text", fix);
        }
        return value.toLowerCase(Locale.ROOT).startsWith("bearer ")
                ? new Reading.Bad<>("the secret starts with the word Bearer", "leave that word out")
                : new Reading.Good<>(new Secret(value));
    }
}
