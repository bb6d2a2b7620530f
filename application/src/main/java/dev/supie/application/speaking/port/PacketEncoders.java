package dev.supie.application.speaking.port;

/// Makes encoders of what badges are sent. Safe for use by many threads.
@FunctionalInterface
public interface PacketEncoders {

    /// An encoder for one answer, asked for when there is the first sound of it.
    PacketEncoder open();
}
