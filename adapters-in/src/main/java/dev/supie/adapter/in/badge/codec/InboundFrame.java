package dev.supie.adapter.in.badge.codec;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.speech.port.UplinkFormat;

import java.util.Optional;
import java.util.OptionalInt;

/// What a text message of a badge turned out to be.
public sealed interface InboundFrame {

    /// `ping` or `keepalive` (MSG-8).
    record PingFrame(Rid rid) implements InboundFrame {}

    /// CON-2.
    ///
    /// @param version the binary framing the badge uses from here on (MSG-1); empty if it did not
    ///   say, or said one that does not exist
    /// @param uplink how it makes its audio; empty if in a way that is not understood (T15)
    record HelloFrame(
            OptionalInt version, Optional<UplinkFormat> uplink, BadgeRequest.Hello request)
            implements InboundFrame {}

    /// A well-formed request of a feature.
    record RequestFrame(BadgeRequest request) implements InboundFrame {}

    /// A message that stock firmware sends and that asks for nothing this version can do. It shows
    /// that the badge lives, and is not answered.
    record UnheededFrame() implements InboundFrame {}

    /// Bad input (MSG-3).
    ///
    /// @param answer names everything that is wrong with it
    record Malformed(BadgeMessage answer) implements InboundFrame {}

    /// JSON nested deeper than [BadgeCodec#DEPTH_MAX]: too large in the sense of MSG-2, so the
    /// connection is closed after the answer.
    record TooDeep(BadgeMessage answer) implements InboundFrame {}
}
