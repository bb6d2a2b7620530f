package dev.supie.adapter.out.jooq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/// One statement for many rows, sent to the database together.
final class PeerBatch {

    private PeerBatch() {}

    /// Puts one row into the parameters of a statement.
    interface Binding<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /// @return for each row how many rows of the database it changed
    static <T> int[] run(
            Connection connection, String statement, Collection<T> rows, Binding<T> binding)
            throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (T row : rows) {
                binding.bind(prepared, row);
                prepared.addBatch();
            }
            return prepared.executeBatch();
        }
    }
}
