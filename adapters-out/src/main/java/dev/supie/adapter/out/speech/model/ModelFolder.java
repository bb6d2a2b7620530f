package dev.supie.adapter.out.speech.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A folder that holds, or should hold, the files of the speech models.
public final class ModelFolder {

    private final Path folder;
    private final ModelPackage content;
    private final String program;

    /// @param folder need not exist
    public ModelFolder(Path folder) {
        this(folder, "supie");
    }

    /// @param program what people type to fetch models
    public ModelFolder(Path folder, String program) {
        this(folder, ModelPackage.PINNED, program);
    }

    ModelFolder(Path folder, ModelPackage content) {
        this(folder, content, "supie");
    }

    private ModelFolder(Path folder, ModelPackage content, String program) {
        this.folder = folder.toAbsolutePath().normalize();
        this.content = content;
        this.program = program;
    }

    /// What somebody types who wants the files to be there.
    String fetchingCommand() {
        return program + " models fetch --dir " + folder;
    }

    /// What belongs into it.
    public ModelPackage content() {
        return content;
    }

    public Path folder() {
        return folder;
    }

    public Path path(ModelFile file) {
        return folder.resolve(file.path());
    }

    /// What is wrong with the folder and what to do about it, by a quick look at names and sizes;
    /// empty if nothing is.
    public Optional<String> problem() {
        for (ModelFile file : content.files()) {
            if (!isThere(file)) {
                return Optional.of(
                        file.path() + " is missing in " + folder + ": run " + fetchingCommand());
            }
        }
        return Optional.empty();
    }

    /// Whether there is a file of its name and size.
    boolean isThere(ModelFile file) {
        try {
            Path path = path(file);
            return Files.isRegularFile(path) && Files.size(path) == file.bytes();
        } catch (IOException _) {
            // One that cannot even be looked at cannot be used either.
            return false;
        }
    }

    /// Whether it is the pinned file, by its checksum.
    public boolean isRight(ModelFile file) throws IOException {
        return isThere(file) && Sha256.of(path(file)).equals(file.sha256());
    }

    /// Looks at every checksum; reads 90 MB.
    ///
    /// @throws ModelsUnusableException if a file is missing or not the pinned one
    public void verify() throws ModelsUnusableException {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            throw new ModelsUnusableException(problem.get());
        }
        for (ModelFile file : content.files()) {
            verify(file);
        }
    }

    private void verify(ModelFile file) throws ModelsUnusableException {
        try {
            if (!isRight(file)) {
                throw new ModelsUnusableException(
                        path(file) + " is not the file it should be: run " + fetchingCommand());
            }
        } catch (IOException failure) {
            throw new ModelsUnusableException(
                    path(file) + " cannot be read: " + failure.getMessage(), failure);
        }
    }
}
