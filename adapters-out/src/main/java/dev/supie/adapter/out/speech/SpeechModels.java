package dev.supie.adapter.out.speech;

import dev.supie.adapter.out.speech.model.ModelFile;
import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.adapter.out.speech.model.ModelsUnusableException;

/// The model that is used while there is time, and the one for when there is not.
record SpeechModels(SpeechModel usual, SpeechModel small) implements AutoCloseable {

    /// Loads both, after looking at the checksums of all their files; takes one or two seconds.
    static SpeechModels load(ModelFolder folder) throws ModelsUnusableException {
        folder.verify();
        TokenTable tokens = TokenTable.load();
        Moonshine small =
                Moonshine.load(
                        MoonshineSize.TINY,
                        folder.path(ModelFile.TINY_ENCODER),
                        folder.path(ModelFile.TINY_DECODER),
                        tokens);
        Moonshine usual =
                Moonshine.load(
                        MoonshineSize.BASE,
                        folder.path(ModelFile.BASE_ENCODER),
                        folder.path(ModelFile.BASE_DECODER),
                        tokens);
        return new SpeechModels(usual, small);
    }

    @Override
    public void close() {
        usual.close();
        small.close();
    }
}
