package dev.supie.application.speech.port;

/// Makes detectors of voice. Safe for use by many threads.
public interface VoiceDetectors {

    /// Whether detectors can be made; it is decided when the process starts and stays.
    Availability availability();

    /// A detector for one connection, asked for when the badge is first heard.
    ///
    /// @throws IllegalStateException if they are unavailable
    VoiceDetector open();
}
