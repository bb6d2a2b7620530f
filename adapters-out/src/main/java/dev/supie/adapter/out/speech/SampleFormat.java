package dev.supie.adapter.out.speech;

import java.nio.ByteBuffer;
import java.util.Optional;

/// How a WAV file writes one sample; all little-endian.
enum SampleFormat {
    BITS_8(false, Byte.BYTES) {
        @Override
        int next(ByteBuffer bytes) {
            // The only one without a sign.
            return ((bytes.get() & 0xff) - 128) << Byte.SIZE;
        }
    },
    BITS_16(false, Short.BYTES) {
        @Override
        int next(ByteBuffer bytes) {
            return bytes.getShort();
        }
    },
    BITS_24(false, 3) {
        @Override
        int next(ByteBuffer bytes) {
            // The lowest eight bits are more than we keep.
            bytes.get();
            return bytes.getShort();
        }
    },
    BITS_32(false, Integer.BYTES) {
        @Override
        int next(ByteBuffer bytes) {
            return bytes.getInt() >> Short.SIZE;
        }
    },
    FLOAT_32(true, Float.BYTES) {
        @Override
        int next(ByteBuffer bytes) {
            return ofFraction(bytes.getFloat());
        }
    },
    FLOAT_64(true, Double.BYTES) {
        @Override
        int next(ByteBuffer bytes) {
            return ofFraction(bytes.getDouble());
        }
    };

    private final boolean fraction;
    private final int bytes;

    SampleFormat(boolean fraction, int bytes) {
        this.fraction = fraction;
        this.bytes = bytes;
    }

    /// None if there is none of this kind and size.
    static Optional<SampleFormat> of(boolean fraction, int bits) {
        for (SampleFormat format : values()) {
            if (format.fraction == fraction && format.bytes * Byte.SIZE == bits) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    int bytes() {
        return bytes;
    }

    /// The next sample, brought to 16 bits.
    abstract int next(ByteBuffer bytes);

    private static int ofFraction(double sample) {
        return Math.clamp(Math.round(sample * 32_768), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
