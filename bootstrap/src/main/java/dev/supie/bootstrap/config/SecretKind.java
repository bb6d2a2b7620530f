package dev.supie.bootstrap.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/// CFG-2: a secret as it is, as `${ENV_NAME}`, or as `file:` and a path. A relative path starts at
/// the folder of the configuration file.
record SecretKind() implements Kind<Secret> {

    /// A larger file is not a secret but a mistake.
    static final int FILE_BYTES_MAX = 64 * 1024;

    private static final String FIX = "write the secret, ${ENV_NAME} or file:/path/to/secret";
    private static final String FILE = "file:";

    @Override
    public Reading<Secret> read(Given given, Surroundings surroundings) {
        if (!(given instanceof Given.Text(String raw))) {
            return new Reading.Bad<>("is not a text", FIX);
        }
        String value = raw.strip();
        if (value.equals(Secret.MASK)) {
            return new Reading.Bad<>("is the mask of a secret, not the secret", FIX);
        }
        if (value.startsWith("${")) {
            return fromVariable(value, surroundings);
        }
        return value.startsWith(FILE)
                ? fromFile(value.substring(FILE.length()), surroundings)
                : checked(value, FIX);
    }

    @Override
    public String yaml(Secret value) {
        return YamlText.scalar(value.toString());
    }

    @Override
    public boolean secret() {
        return true;
    }

    private static Reading<Secret> fromVariable(String reference, Surroundings surroundings) {
        if (!Shown.isReference(reference)) {
            return new Reading.Bad<>("is not of the form ${ENV_NAME}", FIX);
        }
        String name = reference.substring(2, reference.length() - 1);
        String value = surroundings.variables().getOrDefault(name, "").strip();
        String fix = "set the environment variable " + name;
        return value.isEmpty()
                ? new Reading.Bad<>("the environment variable is not set", fix)
                : checked(value, fix);
    }

    private static Reading<Secret> fromFile(String name, Surroundings surroundings) {
        try {
            Path file = surroundings.folder().resolve(name);
            if (!Files.isRegularFile(file)) {
                return new Reading.Bad<>("there is no such file", "create it or correct the path");
            }
            if (Files.size(file) > FILE_BYTES_MAX) {
                return new Reading.Bad<>(
                        "the file is larger than " + FILE_BYTES_MAX + " bytes",
                        "name the file that holds the secret alone");
            }
            return checked(Files.readString(file).strip(), "put the secret alone into the file");
        } catch (InvalidPathException _) {
            return new Reading.Bad<>("is not a path", FIX);
        } catch (CharacterCodingException _) {
            return new Reading.Bad<>("the file is not UTF-8 text", "put the secret alone into it");
        } catch (IOException e) {
            return new Reading.Bad<>(
                    "the file cannot be read (" + e.getClass().getSimpleName() + ")",
                    "let the user that runs the server read it");
        }
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
