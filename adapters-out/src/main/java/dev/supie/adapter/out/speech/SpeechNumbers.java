package dev.supie.adapter.out.speech;

import java.time.Duration;

/// How the embedded recognizer is doing, for metrics; all but the first four only ever grow.
///
/// @param workers the most segments that are recognized at once
/// @param busy those that are right now
/// @param waiting segments that wait for a worker
/// @param overload what it gives up right now
/// @param withUsualModel segments recognized by the usual model
/// @param withSmallModel segments that the small one took over because too many waited
/// @param partials partial texts made
/// @param partialsSkipped those that were due, but no worker was idle
/// @param refused utterances that failed as BUSY
/// @param timedOut utterances without an answer in time
/// @param heard the length of all segments that were recognized, partials not counted
/// @param worked the time that workers took, partials included
public record SpeechNumbers(
        int workers,
        int busy,
        int waiting,
        Overload overload,
        long withUsualModel,
        long withSmallModel,
        long partials,
        long partialsSkipped,
        long refused,
        long timedOut,
        Duration heard,
        Duration worked) {}
