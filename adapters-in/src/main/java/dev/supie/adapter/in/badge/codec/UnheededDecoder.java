package dev.supie.adapter.in.badge.codec;

/// A type that this version takes without looking into it.
final class UnheededDecoder implements FrameDecoder {

    @Override
    public InboundFrame decode(FieldReader fields) {
        return new InboundFrame.UnheededFrame();
    }
}
