package dev.supie.adapter.out.speech.model;

import java.io.IOException;
import java.nio.file.Path;

/// Where the package with the models can be had.
public interface PackageSource {

    /// The package as a file, at best in `downloads`, where what was left by an earlier try may be
    /// gone on with. Nobody has looked at its checksum yet.
    ///
    /// @throws IOException with a message for people if it cannot be had from here
    Path fetch(ModelPackage wanted, Path downloads, Progress progress) throws IOException;
}
