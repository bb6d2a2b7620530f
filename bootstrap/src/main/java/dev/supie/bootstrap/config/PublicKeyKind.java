package dev.supie.bootstrap.config;

import dev.supie.adapter.out.auth.PemException;
import dev.supie.adapter.out.auth.PublicKeyPem;

/// A public key as PEM text, written out or as a [Reference]. It is no secret, so it is shown.
record PublicKeyKind() implements Kind<String> {

    private static final String WHAT = "key";

    @Override
    public Reading<String> read(Given given, Surroundings surroundings) {
        return given instanceof Given.Text(String raw)
                ? Reference.resolved(raw.strip(), WHAT, surroundings, PublicKeyKind::checked)
                : new Reading.Bad<>("is not a text", Reference.fix(WHAT));
    }

    @Override
    public String shape() {
        return "PEM text: itself, ${NAME} or file:PATH";
    }

    @Override
    public String yaml(String value) {
        return YamlText.scalar(value);
    }

    private static Reading<String> checked(String value, String fix) {
        try {
            PublicKeyPem.read(value);
            return new Reading.Good<>(value);
        } catch (PemException e) {
            return new Reading.Bad<>(String.valueOf(e.getMessage()), fix);
        }
    }
}
