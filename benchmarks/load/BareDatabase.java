import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/// The database alone, with the settings of the server: one thread inserts what belongs to
/// everything that has come in meanwhile, and commits for all of it (group commit).
final class BareDatabase implements StoringPlace, AutoCloseable {

    private static final int COMMIT_MAX = 256;
    private static final int SENDERS = 8_000;
    private static final int INBOXES = 900;
    private static final long LIFETIME_MILLIS = 259_200_000;
    private static final List<String> MIGRATIONS =
            List.of("V7__peer_messages", "V10__peer_messages_by_id", "V11__peer_messages_by_mark");

    private final LinkedBlockingQueue<Semaphore> waiting = new LinkedBlockingQueue<>();
    private final Semaphore[] places = new Semaphore[100];
    private final long[] lastPlaces = new long[INBOXES];
    private final Connection connection;
    private final Row[] rows;
    private final Thread writer;
    private final String text;
    private long number;

    /// What is inserted for each piece.
    private record Row(PreparedStatement statement, Binding binding) {}

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private BareDatabase(Path file, String text, String tables, boolean ours) throws SQLException {
        this.text = text;
        String settings = ";WRITE_DELAY=0;CACHE_SIZE=8192;DATABASE_TO_LOWER=TRUE";
        connection = DriverManager.getConnection("jdbc:h2:async:" + file + settings, "sa", "");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(tables);
            for (int i = 0; ours && i < INBOXES; i++) {
                String inbox = "('inbox-" + i + "', 0, TRUE, FALSE)";
                statement.execute("INSERT INTO peer_inboxes VALUES " + inbox);
            }
        }
        connection.commit();
        rows = ours ? ourRows() : new Row[] {oneRow()};
        Arrays.setAll(places, _ -> new Semaphore(0));
        writer = Thread.ofPlatform().start(this::write);
    }

    /// One row with the message, found by its id.
    static BareDatabase ofOneTable(Path file, String text) throws SQLException {
        String table =
                "CREATE TABLE messages (id VARCHAR(32) PRIMARY KEY, sender VARCHAR(128),"
                        + " target VARCHAR(128), content VARCHAR)";
        return new BareDatabase(file, text, table, false);
    }

    /// The rows that Supie stores for a message, in its own tables with all their indexes.
    static BareDatabase ofOurTables(Path file, String text) throws SQLException, IOException {
        StringBuilder tables = new StringBuilder();
        for (String migration : MIGRATIONS) {
            tables.append(script("db/migration/" + migration + ".sql"));
        }
        return new BareDatabase(file, text, tables.toString(), true);
    }

    private static String script(String name) throws IOException {
        try (InputStream script = ClassLoader.getSystemResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        }
    }

    private Row oneRow() throws SQLException {
        return new Row(
                connection.prepareStatement("INSERT INTO messages VALUES (?, ?, ?, ?)"),
                row -> {
                    row.setString(1, id());
                    row.setString(2, "sender-" + number % SENDERS);
                    row.setString(3, "inbox-" + number % INBOXES);
                    row.setString(4, text.repeat(6));
                });
    }

    private Row[] ourRows() throws SQLException {
        Row message =
                new Row(
                        connection.prepareStatement(
                                "INSERT INTO peer_messages (id, sender, mid, accepted_at, content,"
                                        + " mark) VALUES (?, ?, ?, ?, ?, ?)"),
                        row -> {
                            row.setString(1, id());
                            row.setString(2, "sender-" + number % SENDERS);
                            row.setString(3, "m" + number);
                            row.setLong(4, System.currentTimeMillis());
                            row.setString(5, text.repeat(6));
                            row.setString(6, "sender-" + number % SENDERS + "/m" + number);
                        });
        Row inbox =
                new Row(
                        connection.prepareStatement(
                                "UPDATE peer_inboxes SET last_rseq = ? WHERE device = ?"),
                        row -> {
                            row.setLong(1, ++lastPlaces[(int) (number % INBOXES)]);
                            row.setString(2, "inbox-" + number % INBOXES);
                        });
        Row envelope =
                new Row(
                        connection.prepareStatement(
                                "INSERT INTO peer_envelopes (target, rseq, message, sender,"
                                        + " expires_at, reported, attempts) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                        row -> {
                            row.setString(1, "inbox-" + number % INBOXES);
                            row.setLong(2, lastPlaces[(int) (number % INBOXES)]);
                            row.setString(3, id());
                            row.setString(4, "sender-" + number % SENDERS);
                            row.setLong(5, System.currentTimeMillis() + LIFETIME_MILLIS);
                            row.setBoolean(6, false);
                            row.setInt(7, 0);
                        });
        return new Row[] {message, inbox, envelope};
    }

    private String id() {
        return "%016x%016x".formatted(number, number * 0x9E3779B97F4A7C15L);
    }

    @Override
    public void put(int sender) throws InterruptedException {
        waiting.add(places[sender]);
        places[sender].acquire();
    }

    private void write() {
        List<Semaphore> round = new ArrayList<>();
        try {
            while (true) {
                round.add(waiting.take());
                waiting.drainTo(round, COMMIT_MAX - 1);
                for (Semaphore _ : round) {
                    number++;
                    for (Row row : rows) {
                        row.binding().bind(row.statement());
                        row.statement().addBatch();
                    }
                }
                for (Row row : rows) {
                    row.statement().executeBatch();
                }
                connection.commit();
                round.forEach(Semaphore::release);
                round.clear();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        writer.interrupt();
        writer.join();
        connection.close();
    }
}
