package dev.supie.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.http.Metric;
import dev.supie.bootstrap.config.SpeakingConfig;
import dev.supie.bootstrap.config.SynthesizerConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is said about what speaks (NET-4, OBS-1).
class SpeakingWiringTest {

    private final Opened opened = new Opened();

    @AfterEach
    void close() {
        opened.close();
    }

    private SpeakingWiring wiring(SynthesizerConfig... chain) {
        SpeakingConfig config =
                new SpeakingConfig(
                        Arrays.stream(chain).map(SynthesizerConfig::alias).toList(),
                        List.of(chain),
                        2,
                        true,
                        true);
        return SpeakingWiring.open(config, opened, InstantSource.system());
    }

    private static SynthesizerConfig freetts() {
        return new SynthesizerConfig(
                "freetts",
                SynthesizerConfig.Type.FREETTS,
                Optional.empty(),
                Optional.empty(),
                1,
                Duration.ofSeconds(10));
    }

    @Test
    void net4WithoutAnybodyWhoSpeaksOneLineSaysWhatIsLost() {
        assertEquals(
                Optional.of("answers are shown and not spoken: tts.chain is empty"),
                wiring().shortfall());
    }

    @Test
    void net4IfAllAreThereNothingIsSaid() {
        assertEquals(Optional.empty(), wiring(freetts()).shortfall());
    }

    @Test
    void eachHasItsStateInHealth() {
        assertEquals(1, wiring(freetts()).probes().size());
        assertEquals(List.of(), wiring().probes());
    }

    @Test
    void obs1WhatWasSaidIsMeasuredFromZero() {
        List<Metric> metrics = new SpeakingMetrics(wiring().tally()).all();
        assertEquals(10, metrics.stream().map(Metric::name).distinct().count());
        assertTrue(metrics.stream().allMatch(metric -> metric.name().startsWith("supie_")));
    }
}
