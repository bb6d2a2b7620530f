package dev.supie.bootstrap.server;

import dev.supie.adapter.out.speech.voice.OpusPacketEncoders;
import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Workers;
import dev.supie.application.speaking.Mouths;
import dev.supie.application.speaking.SpeakingFeature;
import dev.supie.application.speaking.SpeakingSettings;
import dev.supie.application.speaking.SpeakingTally;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/// Mouths without a voice: answers are shown, sentence by sentence, and not spoken (CHAT-1).
final class ShownAnswers {

    private ShownAnswers() {}

    static Mouths mouths(BadgeLink link, Executor background, Alarms alarms, InstantSource time) {
        return SpeakingFeature.create(
                new SpeakingFeature.Ports(
                        link,
                        List.of(),
                        new OpusPacketEncoders(),
                        new Workers(background, 1),
                        background,
                        alarms,
                        time,
                        () -> SpeakingSettings.DEFAULTS,
                        new SpeakingTally()));
    }
}
