package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Speech as a badge sends it, for tests of the whole server.
///
/// @param said what was said
/// @param packets Opus, [#PACKET] each
public record VoiceClip(String said, List<byte[]> packets) {

    public static final Duration PACKET = Duration.ofMillis(60);

    public VoiceClip {
        packets = List.copyOf(packets);
    }

    /// All of a recording that is part of the project.
    public static VoiceClip of(String name) {
        Recording recording = Voices.own(name);
        return new VoiceClip(
                recording.text(), BadgeMicrophone.packets(recording.samples(), PACKET));
    }

    /// What a machine says that is part of the project; the file has the name of its words.
    public static VoiceClip synthesized(String said) {
        Recording recording = Voices.synthesized(said);
        return new VoiceClip(said, BadgeMicrophone.packets(recording.samples(), PACKET));
    }

    /// How it begins.
    public static VoiceClip beginning(String name, Duration length, String said) {
        short[] samples = Arrays.copyOf(Voices.own(name).samples(), PcmFrame.samplesIn(length));
        return new VoiceClip(said, BadgeMicrophone.packets(samples, PACKET));
    }

    /// Whether every word was understood.
    public boolean isIn(String text) {
        String spoken = String.join(" ", WordErrors.words(said));
        return (" " + String.join(" ", WordErrors.words(text)) + " ").contains(" " + spoken + " ");
    }
}
