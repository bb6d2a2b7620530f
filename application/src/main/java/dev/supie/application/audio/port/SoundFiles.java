package dev.supie.application.audio.port;

import java.time.Duration;

/// Understands recordings that somebody hands over as a file. Safe for use by many threads; it
/// computes and never waits.
@FunctionalInterface
public interface SoundFiles {

    /// What is in a file, whatever its name or bytes. A recording that lasts longer than `atMost`
    /// is not read to its end, so no small file costs much.
    FileContent read(byte[] file, Duration atMost);
}
