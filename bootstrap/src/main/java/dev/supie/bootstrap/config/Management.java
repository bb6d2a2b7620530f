package dev.supie.bootstrap.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// The server behind `config.url`, and what is kept here of its last good answer (CFG-3).
///
/// Every call takes a bounded time, and none throws for anything that the server or a disk does.
/// May be used by many threads.
public interface Management {

    /// Of a program that has none: nobody is asked and nothing is kept.
    Management NONE =
            new Management() {
                @Override
                public Answer ask(ManagementAddress address, Optional<ManagedDocument> known) {
                    return new Answer.NotAsked();
                }

                @Override
                public Optional<ManagedDocument> lastGood(Path folder, URI url) {
                    return Optional.empty();
                }

                @Override
                public void keep(Path folder, ManagedDocument document) {}
            };

    /// What asking has come to.
    sealed interface Answer {

        record Fresh(ManagedDocument document) implements Answer {}

        /// The document that was known is still the one; never if none was.
        record Unchanged() implements Answer {}

        /// In the words of a [Problem] with `config.url`; quotes nothing of the answer.
        record Failed(String wrong, String fix) implements Answer {}

        /// Nobody wanted to know.
        record NotAsked() implements Answer {}
    }

    /// @param known what was handed out there before
    Answer ask(ManagementAddress address, Optional<ManagedDocument> known);

    /// What was kept last, if it came from there.
    ///
    /// @param folder `data.dir`
    Optional<ManagedDocument> lastGood(Path folder, URI url);

    /// Keeps it for a start at which nobody answers, in place of what was kept before. A failure is
    /// one WARN.
    void keep(Path folder, ManagedDocument document);

    /// The same for a program that must not wait for the server: it goes by what is kept.
    default Management unasked() {
        Management asked = this;
        return new Management() {
            @Override
            public Answer ask(ManagementAddress address, Optional<ManagedDocument> known) {
                return new Answer.NotAsked();
            }

            @Override
            public Optional<ManagedDocument> lastGood(Path folder, URI url) {
                return asked.lastGood(folder, url);
            }

            @Override
            public void keep(Path folder, ManagedDocument document) {}
        };
    }
}
