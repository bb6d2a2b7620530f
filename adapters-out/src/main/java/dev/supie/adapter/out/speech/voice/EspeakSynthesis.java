package dev.supie.adapter.out.speech.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supie.adapter.out.speech.WavSound;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.speaking.port.DownlinkFormat;
import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.SynthesisResult.Code;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;

/// One sentence, said by a process of its own. Whoever gives up, and time itself, kills the
/// process, which ends the reading of its sound.
final class EspeakSynthesis implements Synthesis {

    private final Surroundings surroundings;
    private final List<String> command;
    private final String text;
    private final Duration within;

    private final Ending ending = new Ending();

    /// What all sentences share.
    ///
    /// @param processes places for them
    record Surroundings(Semaphore processes, Alarms alarms, InstantSource time) {}

    EspeakSynthesis(Surroundings surroundings, List<String> command, String text, Duration within) {
        this.surroundings = surroundings;
        this.command = command;
        this.text = text;
        this.within = within;
    }

    @Override
    public SynthesisResult run(SoundSink sink) {
        if (!within.isPositive()) {
            return Refusals.outOfTime();
        }
        if (!surroundings.processes().tryAcquire()) {
            return new SynthesisResult.Failed(Code.BUSY, "too many sentences are being said");
        }
        try {
            return speak(sink);
        } finally {
            surroundings.processes().release();
        }
    }

    private SynthesisResult speak(SoundSink sink) {
        if (ending.isCancelled()) {
            return new SynthesisResult.Cancelled();
        }
        Process started;
        try {
            started =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException failure) {
            return broken("it cannot be started (" + failure.getClass().getSimpleName() + ")");
        }
        Alarms.Alarm alarm =
                surroundings
                        .alarms()
                        .at(surroundings.time().instant().plus(within), ending::timeIsUp);
        try {
            // Somebody may have given up while it was started, which takes a while.
            ending.breaksOffBy(started::destroyForcibly);
            write(started);
            read(started, sink);
            return ended(started.waitFor());
        } catch (IOException _) {
            return ended(-1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new SynthesisResult.Cancelled();
        } finally {
            alarm.cancel();
            started.destroyForcibly();
        }
    }

    /// A sentence is shorter than what a pipe holds, so this does not wait for the process.
    private void write(Process to) throws IOException {
        try (OutputStream in = to.getOutputStream()) {
            in.write(text.getBytes(UTF_8));
        }
    }

    private static void read(Process from, SoundSink sink) throws IOException {
        try (InputStream out = from.getInputStream()) {
            WavSound.read(
                    out, DownlinkFormat.SAMPLE_RATE, samples -> sink.take(samples, samples.length));
        }
    }

    private SynthesisResult ended(int status) {
        return ending.result(
                status == 0
                        ? new SynthesisResult.Spoken()
                        : broken("it ended with status " + status + " or without sound"));
    }

    private static SynthesisResult broken(String what) {
        return new SynthesisResult.Failed(Code.BROKEN, EspeakSynthesizer.PROGRAM + ": " + what);
    }

    @Override
    public void cancel() {
        ending.cancel();
    }
}
