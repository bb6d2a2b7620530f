package dev.supie.bootstrap.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// CFG-2: a value as it is, as `${ENV_NAME}`, or as `file:` and a path. A relative path starts at
/// the folder of the configuration file.
final class Reference {

    /// A larger file is not such a value but a mistake.
    static final int FILE_BYTES_MAX = 64 * 1024;

    private static final String FILE = "file:";

    private Reference() {}

    /// What the value itself comes to; `fix` says how to correct it where it stands.
    interface Check<T> {
        Reading<T> of(String value, String fix);
    }

    /// @param what the value is called, for instance `secret`
    static <T> Reading<T> resolved(
            String value, String what, Surroundings surroundings, Check<T> check) {
        if (value.startsWith("${")) {
            return fromVariable(value, what, surroundings, check);
        }
        return value.startsWith(FILE)
                ? fromFile(value.substring(FILE.length()), what, surroundings, check)
                : check.of(value, fix(what));
    }

    static String fix(String what) {
        return "write the " + what + ", ${ENV_NAME} or file:/path/to/" + what;
    }

    private static <T> Reading<T> fromVariable(
            String reference, String what, Surroundings surroundings, Check<T> check) {
        if (!Shown.isReference(reference)) {
            return new Reading.Bad<>("is not of the form ${ENV_NAME}", fix(what));
        }
        String name = reference.substring(2, reference.length() - 1);
        String value = surroundings.variables().getOrDefault(name, "").strip();
        String fix = "set the environment variable " + name;
        return value.isEmpty()
                ? new Reading.Bad<>("the environment variable is not set", fix)
                : check.of(value, fix);
    }

    private static <T> Reading<T> fromFile(
            String name, String what, Surroundings surroundings, Check<T> check) {
        try {
            Path file = surroundings.folder().resolve(name);
            if (!Files.isRegularFile(file)) {
                return new Reading.Bad<>("there is no such file", "create it or correct the path");
            }
            if (Files.size(file) > FILE_BYTES_MAX) {
                return new Reading.Bad<>(
                        "the file is larger than " + FILE_BYTES_MAX + " bytes",
                        "name the file that holds the " + what + " alone");
            }
            String fix = "put the " + what + " alone into the file";
            return check.of(Files.readString(file).strip(), fix);
        } catch (InvalidPathException _) {
            return new Reading.Bad<>("is not a path", fix(what));
        } catch (CharacterCodingException _) {
            return new Reading.Bad<>(
                    "the file is not UTF-8 text", "put the " + what + " alone into it");
        } catch (IOException e) {
            return new Reading.Bad<>(
                    "the file cannot be read (" + e.getClass().getSimpleName() + ")",
                    "let the user that runs the server read it");
        }
    }
}
