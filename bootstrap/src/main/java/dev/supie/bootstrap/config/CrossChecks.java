package dev.supie.bootstrap.config;

import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModePhrases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rules between keys that are each fine alone.
final class CrossChecks {

    private final Values values;

    CrossChecks(Values values) {
        this.values = values;
    }

    void run(SupieConfig config) {
        new AccessChecks(values).run(config.access().auth(), config.enrolment());
        new TlsChecks(values).run(config.server().tls());
        new WebhookChecks(values).run(config.webhook());
        checkIdle(config.idle());
        checkPhrases(config.phrases());
        VoiceSettings.check(config.workflow().phrases(), values);
        checkData(config.data());
        checkAddress(config.server());
        new PromptChecks(values).run(config.meeting());
        new ShowingChecks(values).run(config.meeting().showing());
        new ModelChecks(values).run(config.languageModels());
        new SpeechChecks(values).run(config.speech());
        new SpeakingChecks(values).run(config.speaking());
        new PeerChecks(values).run(config.peer());
        new ManagementChecks(values).run(config.management());
    }

    /// A warning that comes before the badge has even been silent warns of nothing.
    private void checkIdle(IdleConfig idle) {
        if (idle.noVoiceLimit().compareTo(idle.idleWarning()) <= 0) {
            values.refuse(
                    Settings.NO_VOICE_LIMIT,
                    "is not longer than idle_warning_seconds ("
                            + idle.idleWarning().toSeconds()
                            + ")",
                    "make it longer, or the warning shorter");
        }
    }

    /// What begins two modes begins only one of them, and nobody can guess which.
    private void checkPhrases(PhrasesConfig phrases) {
        Map<String, Mode> taken = new HashMap<>();
        for (Mode mode : Mode.values()) {
            for (String phrase : phrases.byMode().getOrDefault(mode, List.of())) {
                Mode first = taken.putIfAbsent(ModePhrases.letters(phrase), mode);
                if (first != null && first != mode) {
                    values.refuse(
                            PhraseSettings.of(mode),
                            "has " + phrase + ", which is in " + PhraseSettings.of(first).key(),
                            "leave it in one of them");
                }
            }
        }
    }

    private void checkData(DataConfig data) {
        if (values.isGiven(Settings.DATA_URL)) {
            return;
        }
        String wrong = "has no effect without data.url";
        if (data.user().isPresent()) {
            values.refuse(Settings.DATA_USER, wrong, "set data.url or remove it");
        }
        if (values.isGiven(Settings.DATA_PASSWORD)) {
            values.refuse(Settings.DATA_PASSWORD, wrong, "set data.url or remove it");
        }
    }

    private void checkAddress(ServerConfig server) {
        if (server.websocket().isPresent() && server.advertiseIp().isPresent()) {
            values.warn(
                    Settings.SERVER_ADVERTISE_IP,
                    "has no effect",
                    "server.websocket already gives the full URL");
        }
    }
}
