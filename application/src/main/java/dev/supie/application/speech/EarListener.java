package dev.supie.application.speech;

import dev.supie.domain.listening.Speech;
import dev.supie.domain.listening.Unheard;

import java.time.Instant;

/// Hears from one [Ear]. Called by one thread at a time; it returns at once.
public interface EarListener {

    /// There is a voice (CON-3); told at most once a second.
    void voice();

    /// What has been understood so far of what was begun to be said at `since`.
    void guessed(Instant since, Speech speech);

    /// What was said.
    void said(Instant since, Speech speech);

    /// Something was said that nobody understood (LIS-6).
    ///
    /// @param message for people, one line
    void unheard(Instant since, Unheard reason, String message);

    /// The badge wants to be listened to, but that cannot be done here.
    ///
    /// @param message what is missing, for people, one line
    void deaf(String message);
}
