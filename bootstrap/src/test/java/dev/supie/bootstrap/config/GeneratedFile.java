package dev.supie.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of the project that is made from the table of keys. `-Dgenerate=true` writes it:
///
///     mvn -pl bootstrap -am test -Dtest='ConfigurationPageTest,SampleFileTest' \
///         -Dsurefire.failIfNoSpecifiedTests=false -Dgenerate=true
///
/// @param path from the folder of this module
record GeneratedFile(Path path) {

    void mustBe(String text) {
        try {
            if (Boolean.getBoolean("generate")) {
                Files.writeString(path, text);
            }
            String again = "the table of keys has changed; make " + path + " with -Dgenerate=true";
            assertEquals(text, Files.readString(path), again);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
