package dev.supie.domain.connection;

import dev.supie.domain.task.voice.VoiceGrammar;
import dev.supie.domain.task.voice.VoicePhrases;

import java.time.Duration;

/// The clocks of a connection (CON-3, MSG-8, DUP-1), and what it obeys (MODE-4, WF-8).
///
/// @param voiceLimit `close_connection_no_voice_time`: the first idle layer, in chat mode
/// @param meetingFactor `mode_idle_multiplier.meeting`
/// @param workingFactor `mode_idle_multiplier.working`
/// @param idleWarning `idle_warning_seconds`: how long before the first layer closes
/// @param timeoutWarning `timeout_warning_seconds`: how long before the second layer closes
/// @param phrases `mode_phrases`: the spoken ways into a mode
/// @param joining `mode_phrases.join`: the spoken way into the meeting of another badge
/// @param voice `workflow.phrases`: what is understood of what is said about tasks
/// @param talking what of it is for the badge itself, and where it is answered
public record ConnectionSettings(
        Duration voiceLimit,
        int meetingFactor,
        int workingFactor,
        Duration idleWarning,
        Duration timeoutWarning,
        ModePhrases phrases,
        JoinPhrases joining,
        VoiceGrammar voice,
        TalkRules talking) {

    public static final ConnectionSettings DEFAULTS =
            new ConnectionSettings(
                    Duration.ofSeconds(600),
                    3,
                    3,
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(10),
                    ModePhrases.DEFAULTS,
                    JoinPhrases.DEFAULTS,
                    new VoiceGrammar(VoicePhrases.DEFAULTS),
                    TalkRules.DEFAULTS);

    /// CON-3: the second layer closes this much later than the first.
    public static final Duration FRAME_GRACE = Duration.ofSeconds(60);

    /// MSG-8: a WebSocket ping this often.
    public static final Duration PING_INTERVAL = Duration.ofSeconds(20);

    /// MSG-8: without any frame for so long the peer is dead.
    public static final Duration DEAD_AFTER = Duration.ofSeconds(120);

    /// MSG-8: firmware takes a server for dead that sends neither text nor audio for 120 s, so it
    /// gets some text at least this often. Checked on every ping.
    public static final Duration SILENCE_MAX = Duration.ofSeconds(100);

    /// DUP-1: a replaced connection may finish its sentence.
    public static final Duration REPLACED_GRACE = Duration.ofMillis(1500);

    /// The first idle layer in this mode.
    public Duration voiceLimit(Mode mode) {
        return switch (mode) {
            case CHAT, CODING -> voiceLimit;
            case MEETING -> voiceLimit.multipliedBy(meetingFactor);
            case WORKING -> voiceLimit.multipliedBy(workingFactor);
        };
    }
}
