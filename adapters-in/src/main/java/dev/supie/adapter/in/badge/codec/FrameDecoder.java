package dev.supie.adapter.in.badge.codec;

/// Reads the messages of one `type`.
@FunctionalInterface
interface FrameDecoder {

    InboundFrame decode(FieldReader fields);
}
