package dev.supie.bootstrap.config;

import dev.supie.application.speech.port.LanguageTag;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How badges are listened to.
///
/// @param models the folder that `./supie models fetch` fills; a relative one starts at the working
///   directory of the server
/// @param workers how many pieces of speech are recognized at once, and how many threads decode
/// @param chain who is asked for what was said, in this order; empty for nobody
/// @param language what people speak; empty if nobody knows
/// @param remote the services that `chain` may name beside `embedded`
/// @param preferDeviceVad in a meeting the badge says where speech ends (MTG-1)
/// @param manualFallback after which a pause counts in manual pick-up too (LIS-1)
public record SpeechConfig(
        Path models,
        int workers,
        List<String> chain,
        Optional<LanguageTag> language,
        List<RemoteRecognizerConfig> remote,
        boolean preferDeviceVad,
        Duration manualFallback) {

    public SpeechConfig {
        chain = List.copyOf(chain);
        remote = List.copyOf(remote);
    }

    /// Whether anything is recognized on this machine.
    public boolean usesEmbedded() {
        return chain.contains(SpeechSettings.EMBEDDED);
    }

    /// The services that `chain` names, in its order.
    public List<RemoteRecognizerConfig> remoteInChain() {
        return chain.stream()
                .flatMap(name -> remote.stream().filter(each -> each.alias().equals(name)))
                .toList();
    }
}
