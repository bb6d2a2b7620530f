package dev.supie.adapter.out.speech;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The Opus packets of a whole recording (RFC 7845), as a badge could send them.
public record OggPackets(List<byte[]> packets) {

    public OggPackets {
        packets = List.copyOf(packets);
    }

    /// @throws IOException with a message for people if it is not an Ogg file with Opus in it
    public static OggPackets read(byte[] file) throws IOException {
        OpusStream stream = OpusStream.open(new OggReader(new ByteArrayInputStream(file)));
        List<byte[]> packets = new ArrayList<>();
        for (Optional<byte[]> next = stream.next(); next.isPresent(); next = stream.next()) {
            packets.add(next.get());
        }
        return new OggPackets(packets);
    }
}
