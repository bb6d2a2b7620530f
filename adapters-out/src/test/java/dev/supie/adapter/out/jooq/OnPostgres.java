package dev.supie.adapter.out.jooq;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// Gives the tests of a class a PostgreSQL server with our tables, which are empty at the beginning
/// of each.
final class OnPostgres implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final List<String> tables;
    private @Nullable EmbeddedServer server;
    private @Nullable JooqDatabase database;

    /// @param tables that the tests fill, those that refer to others first
    OnPostgres(String... tables) {
        this.tables = List.of(tables);
    }

    JooqDatabase database() {
        return Objects.requireNonNull(database);
    }

    void run(String sql) throws SQLException {
        Objects.requireNonNull(server).run(sql);
    }

    /// Nested classes share what is open already.
    @Override
    public void beforeAll(ExtensionContext context) throws IOException, DatabaseOpenException {
        if (server == null) {
            server = new EmbeddedServer();
            database = JooqDatabase.open(server.location());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        for (String table : tables) {
            run("DELETE FROM " + table);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        boolean nested = context.getRequiredTestClass().getEnclosingClass() != null;
        if (!nested && server != null) {
            database().close();
            server.close();
        }
    }
}
