package dev.supie.adapter.in.websocket;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Turns a client's bytes into [Inbound] values, strictly and as early as they can be known,
/// however the bytes are cut. Pure: no I/O, no time. Not for use by two threads.
///
/// After a Close frame, a violation or a message that is too large, and after [#discard()], it only
/// looks for the end: frames are skipped unread and the one thing still reported is a Close frame.
final class FrameDecoder {

    private static final byte[] NOTHING = {};

    private final FrameHeaderReader headers = new FrameHeaderReader();
    private final MessageAssembler message;
    private @Nullable FrameHeader current;
    private long received;
    private byte[] control = NOTHING;
    private boolean discarding;

    FrameDecoder(WebSocketLimits limits, HeldShare share) {
        message = new MessageAssembler(limits, share);
    }

    /// Takes bytes from `input` up to the end of what it reports; empty if that needs more bytes.
    Optional<Inbound> next(ByteBuffer input) {
        Optional<Inbound> seen = read(input);
        if (seen.isPresent() && isLast(seen.get())) {
            discard();
        }
        return seen;
    }

    /// From now on only a Close frame is worth a report.
    void discard() {
        discarding = true;
        message.forget();
        control = NOTHING;
    }

    private Optional<Inbound> read(ByteBuffer input) {
        Optional<Inbound> seen = Optional.empty();
        boolean hungry = false;
        while (seen.isEmpty() && !hungry) {
            FrameHeader header = current;
            if (header == null) {
                Optional<FrameHeader> next = headers.read(input);
                hungry = next.isEmpty();
                seen = next.flatMap(this::begin);
            } else {
                seen = payload(header, input);
                hungry = current != null;
            }
        }
        return seen;
    }

    private Optional<Inbound> begin(FrameHeader header) {
        current = header;
        received = 0;
        if (discarding) {
            return Optional.empty();
        }
        Optional<String> broken = FrameRules.broken(header, message.isInsideMessage());
        if (broken.isPresent()) {
            // A broken Close frame is the peer's last as well, but is reported once it has ended.
            return Optional.of(
                    new Inbound.Violation(CloseCodes.PROTOCOL_ERROR, broken.get(), false));
        }
        return switch (opcode(header)) {
            case TEXT -> beginMessage(MessageKind.TEXT, header);
            case BINARY -> beginMessage(MessageKind.BINARY, header);
            case CONTINUATION -> message.admit(header.length());
            case CLOSE, PING, PONG -> {
                control = new byte[(int) header.length()];
                yield Optional.empty();
            }
        };
    }

    private Optional<Inbound> beginMessage(MessageKind kind, FrameHeader header) {
        message.begin(kind);
        return message.admit(header.length());
    }

    private Optional<Inbound> payload(FrameHeader header, ByteBuffer input) {
        long missing = length(header) - received;
        int count = (int) Math.min(input.remaining(), missing);
        Optional<Inbound> refusal = take(header, input, count);
        received += count;
        if (refusal.isPresent() || count < missing) {
            return refusal;
        }
        current = null;
        return end(header);
    }

    private Optional<Inbound> take(FrameHeader header, ByteBuffer input, int count) {
        if (discarding) {
            input.position(input.position() + count);
            return Optional.empty();
        }
        if (!opcode(header).isControl()) {
            return message.add(input, count, header.maskingKey(), received);
        }
        int from = (int) received;
        input.get(control, from, count);
        Masking.remove(control, from, from + count, header.maskingKey(), received);
        return Optional.empty();
    }

    private Optional<Inbound> end(FrameHeader header) {
        if (discarding) {
            return header.opcode() == Opcode.CLOSE.code()
                    ? Optional.of(new Inbound.Close(CloseCodes.NO_CODE, ""))
                    : Optional.empty();
        }
        return Optional.of(
                switch (opcode(header)) {
                    case CONTINUATION, TEXT, BINARY ->
                            header.isFinal() ? message.finish() : new Inbound.Fragment();
                    case CLOSE -> ClosePayload.parse(control);
                    case PING -> new Inbound.Ping(control);
                    case PONG -> new Inbound.Pong();
                });
    }

    private static boolean isLast(Inbound seen) {
        return switch (seen) {
            case Inbound.Close _, Inbound.Violation _, Inbound.TooLarge _, Inbound.NoRoom _ -> true;
            case Inbound.Text _,
                    Inbound.Binary _,
                    Inbound.Fragment _,
                    Inbound.Ping _,
                    Inbound.Pong _ ->
                    false;
        };
    }

    /// Where the length cannot be believed the end of the frame is never found, which is right:
    /// nothing after it could be told from payload.
    private static long length(FrameHeader header) {
        return header.length() < 0 ? Long.MAX_VALUE : header.length();
    }

    private static Opcode opcode(FrameHeader header) {
        return Opcode.of(header.opcode()).orElseThrow();
    }
}
