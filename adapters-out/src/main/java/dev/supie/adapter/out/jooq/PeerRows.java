package dev.supie.adapter.out.jooq;

import dev.supie.adapter.out.jooq.schema.tables.records.PeerMessagesRecord;
import dev.supie.application.peer.port.Outcome;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.Letter;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.PeerMessage;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/// Rows of peer messages from and to what they stand for.
final class PeerRows {

    private PeerRows() {}

    /// For [PeerSql#addMessage].
    static void bind(PreparedStatement row, SentMessage sent) throws SQLException {
        PeerMessage message = sent.message();
        Mid mid = message.submission().mid();
        row.setString(1, message.id().value());
        row.setString(2, message.sender().value());
        row.setString(3, mid.given() ? mid.value() : null);
        row.setLong(4, KeptTime.millis(message.acceptedAt()));
        row.setString(5, PeerDocuments.write(sent));
        row.setString(6, mid.given() ? mark(message.sender(), mid) : null);
    }

    /// As the column has it, so that one key finds a message again (PEER-7). A mid has no slash in
    /// it, so no two marks are alike.
    static String mark(DeviceId sender, Mid mid) {
        return sender.value() + '/' + mid.value();
    }

    /// The row on which these results stand, columns in the order of the table.
    static SentMessage sent(ResultSet row) throws SQLException {
        @Nullable String mid = row.getString(3);
        return PeerDocuments.read(
                new MessageId(row.getString(1)),
                new DeviceId(row.getString(2)),
                mid == null ? "" : mid,
                KeptTime.instant(row.getLong(4)),
                row.getString(5));
    }

    static SentMessage sent(PeerMessagesRecord row) {
        return PeerDocuments.read(
                new MessageId(row.getId()),
                new DeviceId(row.getSender()),
                row.getMid() == null ? "" : row.getMid(),
                KeptTime.instant(row.getAcceptedAt()),
                row.getContent());
    }

    /// For [PeerSql#addEnvelope].
    static void bind(PreparedStatement row, Envelope.Waiting envelope) throws SQLException {
        Letter letter = envelope.letter();
        row.setString(1, letter.target().value());
        row.setLong(2, envelope.rseq());
        row.setString(3, letter.id().value());
        row.setString(4, letter.sender().value());
        row.setLong(5, KeptTime.millis(letter.expiresAt()));
        row.setBoolean(6, letter.reported());
        row.setInt(7, envelope.attempts());
    }

    /// The row of [PeerSql#shelf] on which these results stand.
    static Envelope.Waiting envelope(DeviceId target, ResultSet row) throws SQLException {
        Letter letter =
                new Letter(
                        new MessageId(row.getString(4)),
                        new DeviceId(row.getString(5)),
                        target,
                        KeptTime.instant(row.getLong(6)),
                        row.getBoolean(7));
        return new Envelope.Queued(letter, row.getLong(3), row.getInt(8));
    }

    /// For [PeerSql#addOutcome].
    static void bind(PreparedStatement row, Outcome outcome) throws SQLException {
        row.setString(1, outcome.id().value());
        row.setString(2, outcome.sender().value());
        row.setString(3, outcome.target().value());
        row.setString(4, outcome.ending().word());
        row.setBoolean(5, outcome.reported());
    }

    /// The row of [PeerSql#untold] on which these results stand.
    static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                new MessageId(row.getString(1)),
                new DeviceId(row.getString(2)),
                new DeviceId(row.getString(3)),
                Ending.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getBoolean(5));
    }
}
