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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// One sentence, said by a process of its own, once there is a place for it. Whoever gives up, and
/// time itself, ends the waiting and kills the process, which ends the reading of its sound. The
/// sound is kept first and handed on when the process has gone, so that none stands about while
/// packets are made of it.
final class EspeakSynthesis implements Synthesis {

    /// A sentence that lasts longer than any should; the rest of its sound is not kept.
    private static final int SAMPLES_MAX = 120 * DownlinkFormat.SAMPLE_RATE;

    private final Surroundings surroundings;
    private final List<String> command;
    private final String text;
    private final Duration within;

    private final Ending ending = new Ending();
    private final List<short[]> sound = new ArrayList<>();
    private int samples;

    /// What all sentences share.
    ///
    /// @param processes places for them
    record Surroundings(Places processes, Alarms alarms, InstantSource time) {}

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
        Instant due = surroundings.time().instant().plus(within);
        Places.Place place = surroundings.processes().ask();
        ending.breaksOffBy(place::giveUp);
        try {
            if (!place.awaited(within)) {
                return ending.result(busy());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new SynthesisResult.Cancelled();
        }
        SynthesisResult result;
        try {
            result = speak(due);
        } finally {
            place.giveBack();
        }
        return result instanceof SynthesisResult.Spoken ? handedOn(sink) : result;
    }

    private static SynthesisResult busy() {
        return new SynthesisResult.Failed(Code.BUSY, "too many sentences are being said");
    }

    private SynthesisResult speak(Instant due) {
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
        Alarms.Alarm alarm = surroundings.alarms().at(due, ending::timeIsUp);
        try {
            // Somebody may have given up while it was started, which takes a while.
            ending.breaksOffBy(started::destroyForcibly);
            write(started);
            read(started);
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

    private SynthesisResult handedOn(SoundSink sink) {
        for (short[] piece : sound) {
            if (ending.isCancelled()) {
                return new SynthesisResult.Cancelled();
            }
            sink.take(piece, piece.length);
        }
        return new SynthesisResult.Spoken();
    }

    /// A sentence is shorter than what a pipe holds, so this does not wait for the process.
    private void write(Process to) throws IOException {
        try (OutputStream in = to.getOutputStream()) {
            in.write(text.getBytes(UTF_8));
        }
    }

    private void read(Process from) throws IOException {
        try (InputStream out = from.getInputStream()) {
            WavSound.read(out, DownlinkFormat.SAMPLE_RATE, this::keep);
        }
    }

    private void keep(short[] piece) {
        if (samples < SAMPLES_MAX) {
            samples += piece.length;
            sound.add(piece);
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
