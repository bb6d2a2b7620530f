package dev.supie.domain.speaking;

/// Everything that can happen to the speaking of an answer.
public sealed interface RecitalCommand {

    /// One sentence more.
    record Say() implements RecitalCommand {}

    /// No sentence more.
    record Finish() implements RecitalCommand {}

    /// So many packets of this sentence have been made since the last time.
    record SoundReady(int sentence, int packets) implements RecitalCommand {}

    /// No more packets of this sentence will be made, whether it succeeded or not.
    record SoundEnded(int sentence) implements RecitalCommand {}

    /// What told the badge of the answer was handed to its socket.
    record BeginningWritten() implements RecitalCommand {}

    /// The packet was handed to its socket.
    record PacketWritten() implements RecitalCommand {}

    /// It may be time for something; early and late alarms are harmless.
    record DeadlineReached() implements RecitalCommand {}

    /// Nobody wants to hear it any more (LIS-7).
    record Silence() implements RecitalCommand {}

    /// The badge cannot be reached any more.
    record Gone() implements RecitalCommand {}
}
