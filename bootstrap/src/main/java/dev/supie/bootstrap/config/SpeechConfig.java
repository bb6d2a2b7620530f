package dev.supie.bootstrap.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How badges are listened to.
///
/// @param models the folder that `./supie models fetch` fills; a relative one starts at the working
///   directory of the server
/// @param workers how many pieces of speech are recognized at once, and how many threads decode
/// @param chain who is asked for what was said, in this order; empty for nobody
/// @param preferDeviceVad in a meeting the badge says where speech ends (MTG-1)
/// @param manualFallback after which a pause counts in manual pick-up too (LIS-1)
public record SpeechConfig(
        Path models,
        int workers,
        List<String> chain,
        boolean preferDeviceVad,
        Duration manualFallback) {

    public SpeechConfig {
        chain = List.copyOf(chain);
    }
}
