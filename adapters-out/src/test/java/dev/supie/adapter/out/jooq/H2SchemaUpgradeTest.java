package dev.supie.adapter.out.jooq;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

class H2SchemaUpgradeTest extends SchemaUpgradeContract {

    @TempDir Path folder;

    @Override
    DatabaseAccess access() {
        try {
            return DatabaseAccess.embedded(folder.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    DatabaseLocation location() {
        return new DatabaseLocation.Folder(folder);
    }
}
