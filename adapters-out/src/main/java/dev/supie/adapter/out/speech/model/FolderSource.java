package dev.supie.adapter.out.speech.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder into which somebody put the package.
///
/// @param folder the folder, or the package itself
public record FolderSource(Path folder) implements PackageSource {

    @Override
    public Path fetch(ModelPackage wanted, Path downloads, Progress progress) throws IOException {
        Path file = Files.isDirectory(folder) ? folder.resolve(wanted.file()) : folder;
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no " + file);
        }
        return file;
    }
}
