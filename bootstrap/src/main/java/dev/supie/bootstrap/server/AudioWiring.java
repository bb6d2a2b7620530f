package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.AudioDesk;
import dev.supie.adapter.out.speech.UploadedSound;
import dev.supie.application.audio.AudioFeature;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.util.UUID;

/// Puts together what hears and speaks for programs: only what is on this machine, because a
/// service of the chains may be this server itself, and its key is not for everybody.
record AudioWiring(SpeechWiring speech, SpeakingWiring speaking) {

    /// A minute of sound, behind that of badges.
    private static final Duration TEXT_WITHIN = Duration.ofSeconds(30);

    AudioDesk desk() {
        return new AudioDesk(
                AudioFeature.transcriptions(
                        new AudioFeature.Ears(
                                speech.local(),
                                new UploadedSound(),
                                () -> new SessionId(UUID.randomUUID().toString()),
                                TEXT_WITHIN)),
                AudioFeature.speeches(
                        new AudioFeature.Voices(
                                speaking.local(), speaking.workers(), speaking.within())));
    }
}
