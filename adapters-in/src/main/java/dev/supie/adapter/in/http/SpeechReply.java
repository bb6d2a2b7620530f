package dev.supie.adapter.in.http;

import dev.supie.application.audio.SpeechOutcome;
import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.SynthesisResult;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/// Sends the sound of one text in chunks, from its first part on. So a client hears it soon, and a
/// text of any length takes no memory; one whose later part fails is broken off, so that nobody
/// takes the beginning for the whole.
final class SpeechReply implements SoundSink {

    private final ServerResponse response;
    private final SpeechForm.Format format;
    private @Nullable OutputStream out;

    SpeechReply(ServerResponse response, SpeechForm.Format format) {
        this.response = response;
        this.format = format;
    }

    /// @throws CloseConnectionException if the client has gone
    @Override
    public void take(short[] samples, int count) {
        byte[] bytes = new byte[count * Short.BYTES];
        for (int index = 0; index < count; index++) {
            bytes[Short.BYTES * index] = (byte) samples[index];
            bytes[Short.BYTES * index + 1] = (byte) (samples[index] >> Byte.SIZE);
        }
        try {
            begun().write(bytes);
        } catch (IOException | UncheckedIOException gone) {
            throw new CloseConnectionException("the client of a speech went away", gone);
        }
    }

    private OutputStream begun() throws IOException {
        OutputStream open = out;
        if (open == null) {
            response.header(HeaderNames.CONTENT_TYPE, format.contentType());
            open = response.outputStream();
            switch (format) {
                case PCM -> {}
                case WAV -> open.write(WavHeader.of(DownlinkFormat.SAMPLE_RATE));
            }
            out = open;
        }
        return open;
    }

    /// @throws CloseConnectionException if there is some sound and will be no more
    void end(SpeechOutcome outcome) {
        switch (outcome) {
            case SpeechOutcome.Spoken _ -> complete();
            case SpeechOutcome.Silent _ ->
                    AudioProblem.wrong("input", "there is nothing in input that could be said")
                            .send(response);
            case SpeechOutcome.UnknownModel(List<String> known) ->
                    AudioProblem.unknownModel(
                                    "there is no such model; there are "
                                            + SpeechForm.USUAL_MODEL
                                            + " for whoever is ready, and "
                                            + known)
                            .send(response);
            case SpeechOutcome.Unavailable(String reason) ->
                    AudioProblem.unavailable(reason).send(response);
            case SpeechOutcome.Failed(SynthesisResult.Code code, String message) ->
                    fail(code, message);
        }
    }

    private void complete() {
        try {
            begun().close();
        } catch (IOException | UncheckedIOException gone) {
            throw new CloseConnectionException("the client of a speech went away", gone);
        }
    }

    private void fail(SynthesisResult.Code code, String message) {
        if (out != null) {
            throw new CloseConnectionException("a speech was broken off: " + message);
        }
        problem(code, message).send(response);
    }

    private static AudioProblem problem(SynthesisResult.Code code, String message) {
        return switch (code) {
            case UNSUPPORTED_LANGUAGE -> AudioProblem.wrong("input", message);
            case BUSY -> AudioProblem.busy(Duration.ofSeconds(1));
            case TIMEOUT, UNAVAILABLE -> AudioProblem.unavailable(message);
            case BROKEN -> AudioProblem.broken(message);
        };
    }
}
