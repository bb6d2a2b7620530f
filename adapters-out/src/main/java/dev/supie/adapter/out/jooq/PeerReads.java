package dev.supie.adapter.out.jooq;

import dev.supie.application.peer.port.Outcome;
import dev.supie.application.peer.port.PeerStore;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.Shelf;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Reads peer messages by what is known of them.
record PeerReads(PeerSql statements, Connection connection) {

    /// In the order of their owners.
    List<Shelf> shelves(List<DeviceId> owners) throws SQLException {
        List<Shelf> shelves = new ArrayList<>(owners.size());
        try (PreparedStatement question = connection.prepareStatement(statements.shelf())) {
            for (DeviceId owner : owners) {
                question.setString(1, owner.value());
                try (ResultSet found = question.executeQuery()) {
                    shelves.add(shelf(owner, found));
                }
            }
        }
        return shelves;
    }

    private static Shelf shelf(DeviceId owner, ResultSet found) throws SQLException {
        Shelf shelf = Shelf.empty(owner);
        List<Envelope.Waiting> waiting = new ArrayList<>();
        while (found.next()) {
            shelf = new Shelf(owner, found.getLong(1), List.of(), found.getBoolean(2));
            if (found.getString(4) != null) {
                waiting.add(PeerRows.envelope(owner, found));
            }
        }
        return new Shelf(owner, shelf.lastRseq(), waiting, shelf.acknowledges());
    }

    /// Those of one sender after those of another.
    List<Outcome> untold(Collection<DeviceId> senders) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement(statements.untold())) {
            for (DeviceId sender : senders) {
                question.setString(1, sender.value());
                try (ResultSet found = question.executeQuery()) {
                    while (found.next()) {
                        outcomes.add(PeerRows.outcome(found));
                    }
                }
            }
        }
        return outcomes;
    }

    /// In the order of their ids.
    List<PeerMessage> messages(Collection<MessageId> ids) throws SQLException {
        List<MessageId> all = ids.stream().distinct().toList();
        List<PeerMessage> messages = new ArrayList<>(all.size());
        try (PreparedStatement question = connection.prepareStatement(statements.messagesByIds())) {
            for (int from = 0; from < all.size(); from += PeerSql.IDS) {
                for (int i = 0; i < PeerSql.IDS; i++) {
                    // The last question is filled up with what it asks for already.
                    MessageId id = all.get(Math.min(from + i, all.size() - 1));
                    question.setString(i + 1, id.value());
                }
                try (ResultSet found = question.executeQuery()) {
                    while (found.next()) {
                        messages.add(PeerRows.sent(found).message());
                    }
                }
            }
        }
        messages.sort(Comparator.comparing(PeerMessage::id));
        return messages;
    }

    /// The newest of each mark.
    List<SentMessage> sent(Collection<PeerStore.Mark> marks, long first) throws SQLException {
        List<SentMessage> sent = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement(statements.messageByMark())) {
            for (PeerStore.Mark mark : marks) {
                question.setString(1, PeerRows.mark(mark.sender(), mark.mid()));
                question.setLong(2, first);
                try (ResultSet found = question.executeQuery()) {
                    if (found.next()) {
                        sent.add(PeerRows.sent(found));
                    }
                }
            }
        }
        return sent;
    }
}
