package dev.supie.bootstrap.config;

import dev.supie.domain.connection.Mode;

import java.util.List;

/// How badges are spoken to.
///
/// @param chain who says a sentence, in this order, by name; empty if answers are only shown
/// @param synthesizers those that `chain` may name
/// @param headStart packets that a badge may have to spare (T25)
/// @param disabledInMeetings nothing is said in meetings (MTG-1)
/// @param disabledWhileWorking nothing is said in working mode
public record SpeakingConfig(
        List<String> chain,
        List<SynthesizerConfig> synthesizers,
        int headStart,
        boolean disabledInMeetings,
        boolean disabledWhileWorking) {

    public SpeakingConfig {
        chain = List.copyOf(chain);
        synthesizers = List.copyOf(synthesizers);
    }

    /// Those that `chain` names, in its order.
    public List<SynthesizerConfig> inChain() {
        return chain.stream()
                .flatMap(name -> synthesizers.stream().filter(each -> each.alias().equals(name)))
                .toList();
    }

    /// Whether badges in this mode are spoken to; what is not said is shown all the same.
    public boolean speaksIn(Mode mode) {
        return switch (mode) {
            case CHAT, CODING -> true;
            case MEETING -> !disabledInMeetings;
            case WORKING -> !disabledWhileWorking;
        };
    }
}
