package dev.supie.application.audio.port;

import dev.supie.application.speech.port.PcmFrame;

import java.util.List;

/// What came of reading a file.
public sealed interface FileContent {

    /// Its sound, piece by piece.
    record Sound(List<PcmFrame> pieces) implements FileContent {
        public Sound {
            pieces = List.copyOf(pieces);
        }
    }

    /// It lasts longer than it may.
    record TooLong() implements FileContent {}

    /// It is no sound that we know.
    ///
    /// @param reason for people, one line
    record Unreadable(String reason) implements FileContent {}
}
