package dev.supie.bootstrap.server;

import dev.supie.adapter.out.backup.FolderRestore;
import dev.supie.adapter.out.jooq.DatabaseLocation;
import dev.supie.adapter.out.jooq.DatabaseOpenException;
import dev.supie.adapter.out.jooq.JooqDatabase;
import dev.supie.bootstrap.config.DataConfig;
import dev.supie.bootstrap.config.Secret;

import java.time.InstantSource;
import java.util.Optional;

/// Opens the database that the configuration names.
final class DatabaseWiring {

    private DatabaseWiring() {}

    static JooqDatabase open(DataConfig data, InstantSource steady) throws StartException {
        Optional<String> obstacle = FolderRestore.obstacle(data.directory());
        if (obstacle.isPresent()) {
            throw new StartException(obstacle.get());
        }
        DatabaseLocation location =
                data.url()
                        .<DatabaseLocation>map(
                                url ->
                                        new DatabaseLocation.Server(
                                                url,
                                                data.user().orElse(""),
                                                data.password().map(Secret::reveal).orElse("")))
                        .orElseGet(() -> new DatabaseLocation.Folder(data.directory()));
        try {
            return JooqDatabase.open(location, steady);
        } catch (DatabaseOpenException failure) {
            throw new StartException(String.valueOf(failure.getMessage()), failure);
        }
    }
}
