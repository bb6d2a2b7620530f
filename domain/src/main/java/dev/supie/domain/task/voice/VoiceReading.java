package dev.supie.domain.task.voice;

/// What a sentence in working mode comes to (WF-8).
public sealed interface VoiceReading {

    record Command(VoiceIntent intent, VoiceTarget target) implements VoiceReading {}

    /// A command that is not to be carried out ("不要完成任务"): nothing happens, and nobody is asked
    /// what it may mean.
    record Negated() implements VoiceReading {}

    /// A command about several tasks at once, which is not guessed at.
    record Unclear(VoiceIntent intent) implements VoiceReading {}

    /// No command: normal conversation.
    record Talk() implements VoiceReading {}
}
