package dev.supie.adapter.out.speech.remote;

import dev.supie.adapter.out.speech.remote.FunAsrServer.Dialect;
import dev.supie.adapter.out.speech.remote.FunAsrServer.Mishap;
import dev.supie.adapter.out.speech.remote.StubSocket.Message;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// One utterance as a FunASR service hears it.
final class FunAsrSession {

    private static final byte[] INTERNAL_ERROR = {3, (byte) 0xf3};

    private final StubSocket socket;
    private final Dialect dialect;
    private final Mishap mishap;
    private final RecognitionStream stream;
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<Integer> frames = new CopyOnWriteArrayList<>();
    private int guessed;

    FunAsrSession(StubSocket socket, Recognizer mind, Dialect dialect, Mishap mishap) {
        this.socket = socket;
        this.dialect = dialect;
        this.mishap = mishap;
        RecognitionRequest request =
                new RecognitionRequest(
                        new SessionId("stub"),
                        new DeviceId("stub"),
                        Optional.empty(),
                        Duration.ofMinutes(1));
        this.stream = mind.open(request, this::on);
    }

    String header(String name) {
        return socket.header(name);
    }

    /// Text messages of the client.
    List<String> texts() {
        return texts;
    }

    /// The bytes of each message of sound.
    List<Integer> frames() {
        return frames;
    }

    void serve() throws IOException {
        try {
            boolean open = true;
            while (open) {
                open = take(socket.read());
            }
        } finally {
            stream.cancel();
        }
    }

    /// Whether to go on.
    private boolean take(Message message) throws IOException {
        switch (message.opcode()) {
            case Message.TEXT -> {
                texts.add(message.text());
                if (message.text().contains("\"is_speaking\":false")) {
                    finish();
                }
            }
            case Message.BINARY -> {
                frames.add(message.payload().length);
                return hear(message.payload());
            }
            case Message.PING -> {
                if (mishap != Mishap.HUNG) {
                    socket.send(Message.PONG, message.payload());
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean hear(byte[] bytes) throws IOException {
        short[] samples = new short[bytes.length / Short.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        switch (mishap) {
            case DROPPED -> {
                return false;
            }
            case GIBBERISH -> socket.say("<html>");
            case FAILED -> socket.say("{\"error\":\"sk-echoed-by-the-server\"}");
            case FLOOD -> socket.say("a".repeat(FunAsrSocket.MESSAGE_CHARS_MAX + 1));
            case NONE, HUNG, DROPPED_LATER, REFUSED, UNAUTHORIZED -> {}
        }
        int before = guessed;
        stream.push(PcmFrame.of(samples, samples.length));
        if (mishap == Mishap.DROPPED_LATER && before == 0 && guessed > 0) {
            // In order behind the guess, which a mere end of the connection could overtake.
            socket.send(Message.CLOSE, INTERNAL_ERROR);
        }
        return true;
    }

    private void finish() throws IOException {
        if (mishap != Mishap.HUNG) {
            stream.finish();
        }
    }

    private void on(RecognitionEvent event) {
        try {
            switch (event) {
                case RecognitionEvent.Partial(String text) -> guess(text);
                case RecognitionEvent.Final said -> sentence(said.text());
                case RecognitionEvent.Failed failed ->
                        socket.say("{\"error\":\"" + failed.code() + "\"}");
            }
        } catch (IOException _) {
            // The client does not wait for it any more.
        }
    }

    /// Only what is new is said, and only once.
    private void guess(String text) throws IOException {
        if (mishap != Mishap.HUNG && text.length() > guessed) {
            String increment = text.substring(guessed);
            guessed = text.length();
            socket.say(FunAsrServer.message("2pass-online", increment, dialect, false));
        }
    }

    /// Without words nothing is said, but for the end.
    private void sentence(String text) throws IOException {
        if (!text.isEmpty()) {
            String tagged = "<|en|><|NEUTRAL|><|Speech|>" + text;
            socket.say(FunAsrServer.message("2pass-offline", tagged, dialect, true));
        }
        if (dialect == Dialect.END) {
            socket.say("{\"mode\":\"2pass-offline\",\"text\":\"\",\"is_end\":true}");
        }
    }
}
