package dev.supie.bootstrap.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The rules between the keys of recognizers that are each fine alone.
final class SpeechChecks {

    /// More services than this are refused.
    static final int ALIASES_MAX = 16;

    private final Values values;

    SpeechChecks(Values values) {
        this.values = values;
    }

    void run(SpeechConfig speech) {
        Set<String> aliases = values.aliases(AliasSection.RECOGNIZERS);
        for (RemoteRecognizerConfig remote : speech.remote()) {
            checkUrl(remote);
        }
        if (aliases.contains(SpeechSettings.EMBEDDED)) {
            values.refuse(
                    SpeechSettings.Remote.of(SpeechSettings.EMBEDDED).type(),
                    "embedded is the recognizer of this machine",
                    "choose another alias");
        }
        if (aliases.size() > ALIASES_MAX) {
            values.refuse(
                    SpeechSettings.CHAIN,
                    "cannot choose among more than " + ALIASES_MAX + " services",
                    "remove some under asr");
        }
        checkChain(speech.chain(), aliases);
    }

    private void checkUrl(RemoteRecognizerConfig remote) {
        if (!remote.type().fits(remote.baseUrl())) {
            SpeechSettings.Remote settings = SpeechSettings.Remote.of(remote.alias());
            String type = settings.type().kind().yaml(remote.type());
            values.refuse(
                    settings.baseUrl(),
                    "does not fit the type " + type,
                    "use for example "
                            + remote.type().urlExample()
                            + ", or correct "
                            + settings.type().key());
        }
    }

    private void checkChain(List<String> chain, Set<String> aliases) {
        List<String> known = new ArrayList<>(aliases);
        known.add(SpeechSettings.EMBEDDED);
        for (String name : chain) {
            if (!known.contains(name)) {
                values.refuse(
                        SpeechSettings.CHAIN,
                        "names " + name + ", which is not defined under asr",
                        "use " + Texts.oneOf(known) + ", or [] for none");
            }
        }
        if (!values.isGiven(SpeechSettings.CHAIN) && aliases.size() > 1) {
            values.missing(
                    "asr",
                    SpeechSettings.CHAIN,
                    "say who is asked first: a list of " + Texts.oneOf(known));
            return;
        }
        for (String alias : aliases) {
            if (!chain.contains(alias)) {
                values.warn(
                        SpeechSettings.Remote.of(alias).baseUrl(),
                        "is never asked",
                        "add " + alias + " to asr.chain to use it");
            }
        }
    }
}
