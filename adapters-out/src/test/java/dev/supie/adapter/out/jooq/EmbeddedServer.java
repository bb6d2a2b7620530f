package dev.supie.adapter.out.jooq;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A PostgreSQL server of our own for tests, on a free port, with its data in a temporary folder.
final class EmbeddedServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    EmbeddedServer() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    DatabaseLocation.Server location() {
        return new DatabaseLocation.Server(
                postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    }

    void run(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void stop() throws IOException {
        postgres.close();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
