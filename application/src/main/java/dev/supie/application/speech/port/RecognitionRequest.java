package dev.supie.application.speech.port;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.util.Optional;

/// Who speaks, and what is wanted.
///
/// @param language empty if nobody knows
/// @param answerWithin how long after [RecognitionStream#finish] an answer is of use; a recognizer
///   that has none by then fails with [RecognitionEvent.Code#TIMEOUT], and the caller goes on
///   without it
public record RecognitionRequest(
        SessionId session,
        DeviceId device,
        Optional<LanguageTag> language,
        Duration answerWithin) {}
