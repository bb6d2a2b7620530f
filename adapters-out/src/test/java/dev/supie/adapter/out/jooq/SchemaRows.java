package dev.supie.adapter.out.jooq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/// Rows as programs of the past have written them: `schemas/V<n>.sql` has those of the tables and
/// columns that came with version n.
record SchemaRows(DataSource connections) {

    /// @param version whose rows, and none of the versions before
    void insert(int version) throws SQLException, IOException {
        execute("/schemas/V" + version + ".sql", Integer.MAX_VALUE);
    }

    /// @param script of the class path
    /// @param most so many of its statements, the first ones
    void execute(String script, int most) throws SQLException, IOException {
        String sql =
                text(script)
                        .lines()
                        .filter(line -> !line.startsWith("--"))
                        .collect(Collectors.joining("\n"));
        List<String> statements =
                Arrays.stream(sql.split(";(\n|$)", -1))
                        .filter(each -> !each.isBlank())
                        .limit(most)
                        .toList();
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream file = SchemaRows.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("no rows for a new version of the tables: write " + name);
            }
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    /// The columns that there are now, of each of our tables.
    Map<String, List<String>> columns() throws SQLException {
        String sql =
                """
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'
                ORDER BY table_name, column_name
                """;
        Map<String, List<String>> columns = new TreeMap<>();
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return columns;
    }

    /// What is in these columns, in an order of its own.
    Map<String, Set<String>> content(Map<String, List<String>> columns) throws SQLException {
        Map<String, Set<String>> content = new LinkedHashMap<>();
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, List<String>> table : columns.entrySet()) {
                content.put(table.getKey(), rows(statement, table.getKey(), table.getValue()));
            }
        }
        return content;
    }

    private static Set<String> rows(Statement statement, String table, List<String> columns)
            throws SQLException {
        Set<String> content = new TreeSet<>();
        String sql = "SELECT " + String.join(", ", columns) + " FROM " + table;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (String column : columns) {
                    row.put(column, String.valueOf(rows.getString(column)));
                }
                content.add(row.toString());
            }
        }
        return content;
    }
}
