package dev.supie.bootstrap.server;

import dev.supie.adapter.out.jooq.DatabaseLocation;
import dev.supie.adapter.out.jooq.DatabaseOpenException;
import dev.supie.adapter.out.jooq.JooqDatabase;
import dev.supie.bootstrap.config.DataConfig;
import dev.supie.bootstrap.config.Secret;

import java.time.InstantSource;

/// Opens the database that the configuration names.
final class DatabaseWiring {

    private DatabaseWiring() {}

    static JooqDatabase open(DataConfig data, InstantSource steady) throws StartException {
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
