package dev.supie.application.fake;

import dev.supie.application.contract.VoiceDetectorContract;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.VoiceDetectors;

import java.time.Duration;

class LoudnessDetectorsTest extends VoiceDetectorContract {

    @Override
    protected VoiceDetectors detectors() {
        return new LoudnessDetectors();
    }

    @Override
    protected PcmFrame speech() {
        return ToySpeech.sound("a".repeat(40), Duration.ofMillis(60));
    }

    @Override
    protected PcmFrame noise() {
        return ToySpeech.level(300, Duration.ofSeconds(2));
    }
}
