package dev.supie.adapter.out.speech;

import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.VoiceDetector;
import dev.supie.application.speech.port.VoiceDetectors;

/// Detectors of voice that share one model, which is part of the build.
final class SileroDetectors implements VoiceDetectors {

    private final Loading<SileroModel> model;

    SileroDetectors(Loading<SileroModel> model) {
        this.model = model;
    }

    /// Ready also while the model is being loaded, which takes some tenths of a second.
    @Override
    public Availability availability() {
        return model.failure()
                .<Availability>map(Availability.Unavailable::new)
                .orElseGet(Availability.Ready::new);
    }

    /// In the first moments of the process it waits for the model.
    @Override
    public VoiceDetector open() {
        try {
            return new SileroDetector(new SileroEar(model.await()));
        } catch (ModelBrokenException failure) {
            throw new IllegalStateException("there is no voice detection", failure);
        }
    }
}
