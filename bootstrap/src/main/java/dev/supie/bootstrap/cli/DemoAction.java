package dev.supie.bootstrap.cli;

import dev.supie.adapter.out.speech.model.ModelFolder;

import java.io.PrintWriter;

/// Plays a meeting against a server of its own and shows what happens.
@FunctionalInterface
public interface DemoAction {

    /// Which meeting.
    sealed interface Play {

        /// A badge's, with typed words; needs no models.
        record Typed() implements Play {}

        /// That of recorded people.
        ///
        /// @param fast whether packets are sent faster than they are spoken
        /// @param live whether what has been printed may be drawn anew
        record Spoken(ModelFolder models, boolean fast, boolean live) implements Play {}
    }

    /// Returns 0 only if everything was as it should be. Who ends the process in the middle finds
    /// neither the server nor its folder left.
    int run(Play play, PrintWriter out, PrintWriter err);
}
