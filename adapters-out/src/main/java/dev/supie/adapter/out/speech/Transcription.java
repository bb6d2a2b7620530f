package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.PcmFrame;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// A recording that becomes text while it is read; holds at most one segment of it. For one thread.
public final class Transcription {

    private final Segmenter segmenter;
    private final Function<PcmFrame, String> recognize;
    private final Consumer<SpokenLine> lines;

    Transcription(
            Segmenter segmenter, Function<PcmFrame, String> recognize, Consumer<SpokenLine> lines) {
        this.segmenter = segmenter;
        this.recognize = recognize;
        this.lines = lines;
    }

    /// More of it. What is complete with it is recognized and told before this returns.
    public void hear(PcmFrame sound) {
        tell(segmenter.add(sound));
    }

    /// That was all.
    public void finish() {
        tell(segmenter.finish());
    }

    private void tell(List<Segment> segments) {
        for (Segment segment : segments) {
            String text = recognize.apply(segment.sound());
            if (!text.isEmpty()) {
                lines.accept(new SpokenLine(segment.from(), segment.to(), text));
            }
        }
    }
}
