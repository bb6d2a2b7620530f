package dev.supie.bootstrap.reload;

import java.util.Optional;

/// Everything that is watched for a changed configuration while the server runs (CFG-3).
///
/// @param file nothing if there was none at the start
/// @param keeping has what is in force at the start kept
public record ConfigWatches(Optional<FileWatch> file, ManagementWatch management, Runnable keeping)
        implements AutoCloseable {

    public void begin() {
        keeping.run();
        file.ifPresent(FileWatch::begin);
        management.begin();
    }

    @Override
    public void close() {
        file.ifPresent(FileWatch::close);
        management.close();
    }
}
