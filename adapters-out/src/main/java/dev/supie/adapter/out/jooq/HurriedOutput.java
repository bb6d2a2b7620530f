package dev.supie.adapter.out.jooq;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;

/// Passes bytes on until a moment, and then fails.
final class HurriedOutput extends OutputStream {

    private final OutputStream to;
    private final InstantSource time;
    private final Instant end;

    /// It is too late.
    static final class LateException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    HurriedOutput(OutputStream to, InstantSource time, Instant end) {
        this.to = to;
        this.time = time;
        this.end = end;
    }

    @Override
    public void write(int each) throws IOException {
        write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (time.instant().isAfter(end)) {
            throw new LateException();
        }
        to.write(bytes, offset, length);
    }
}
