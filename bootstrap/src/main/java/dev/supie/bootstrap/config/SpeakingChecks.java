package dev.supie.bootstrap.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The rules between the keys of synthesizers that are each fine alone.
final class SpeakingChecks {

    /// More of them than this are refused.
    static final int ALIASES_MAX = 16;

    private static final String LOCAL_VOICE = "([A-Za-z][A-Za-z0-9_+-]{0,39})?";

    private final Values values;

    SpeakingChecks(Values values) {
        this.values = values;
    }

    void run(SpeakingConfig speaking) {
        Set<String> aliases = values.aliases(AliasSection.SYNTHESIZERS);
        aliases.forEach(this::checkOne);
        speaking.synthesizers().forEach(this::checkVoice);
        if (aliases.size() > ALIASES_MAX) {
            values.refuse(
                    SpeakingSettings.CHAIN,
                    "cannot choose among more than " + ALIASES_MAX + " synthesizers",
                    "remove some under tts");
        }
        checkChain(speaking.chain(), aliases);
    }

    private void checkOne(String alias) {
        SpeakingSettings.One settings = SpeakingSettings.One.of(alias);
        if (SpeakingSettings.BUILT_IN.contains(alias) && values.isGiven(settings.type())) {
            values.refuse(
                    settings.type(),
                    alias + " is always the one of this machine",
                    "remove it, or choose another alias");
        }
    }

    /// Of those of this machine, whose voices are named on a command line.
    private void checkVoice(SynthesizerConfig synthesizer) {
        SpeakingSettings.One settings = SpeakingSettings.One.of(synthesizer.alias());
        if (synthesizer.type().isService()) {
            return;
        }
        if (!synthesizer.voice().orElse("").matches(LOCAL_VOICE)) {
            values.refuse(
                    settings.voice(),
                    "is not the name of a voice of espeak",
                    "use for example en-gb or de");
        }
        if (values.isGiven(settings.baseUrl())) {
            values.refuse(
                    settings.baseUrl(),
                    "has no effect for what speaks on this machine",
                    "remove it, or set " + settings.type().key() + " to openai");
        }
    }

    private void checkChain(List<String> chain, Set<String> aliases) {
        List<String> known = new ArrayList<>(aliases);
        SpeakingSettings.BUILT_IN.stream()
                .filter(each -> !known.contains(each))
                .forEach(known::add);
        for (String name : chain) {
            if (!known.contains(name)) {
                values.refuse(
                        SpeakingSettings.CHAIN,
                        "names " + name + ", which is not defined under tts",
                        "use " + Texts.oneOf(known) + ", or [] for none");
            }
        }
        long services =
                aliases.stream().filter(each -> !SpeakingSettings.BUILT_IN.contains(each)).count();
        if (!values.isGiven(SpeakingSettings.CHAIN) && services > 1) {
            values.missing(
                    "tts",
                    SpeakingSettings.CHAIN,
                    "say who speaks first: a list of " + Texts.oneOf(known));
            return;
        }
        for (String alias : aliases) {
            if (!chain.contains(alias)) {
                values.warn(
                        SpeakingSettings.One.of(alias).type(),
                        "is never asked to speak",
                        "add " + alias + " to tts.chain to use it");
            }
        }
    }
}
