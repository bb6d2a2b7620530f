package dev.supie.adapter.out.jooq;

import dev.supie.adapter.out.jooq.schema.tables.records.PeerEnvelopesRecord;
import dev.supie.adapter.out.jooq.schema.tables.records.PeerHandoversRecord;
import dev.supie.adapter.out.jooq.schema.tables.records.PeerMessagesRecord;
import dev.supie.adapter.out.jooq.schema.tables.records.PeerOutcomesRecord;
import dev.supie.application.peer.port.Outcome;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Ending;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.Letter;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.PeerMessage;

import java.util.Locale;

/// Rows of peer messages from and to what they stand for.
final class PeerRows {

    private PeerRows() {}

    static PeerMessagesRecord row(SentMessage sent) {
        PeerMessage message = sent.message();
        Mid mid = message.submission().mid();
        PeerMessagesRecord row = new PeerMessagesRecord();
        row.setId(message.id().value());
        row.setSender(message.sender().value());
        row.setMid(mid.given() ? mid.value() : null);
        row.setAcceptedAt(KeptTime.millis(message.acceptedAt()));
        row.setContent(PeerDocuments.write(sent));
        return row;
    }

    static SentMessage sent(PeerMessagesRecord row) {
        return PeerDocuments.read(
                new MessageId(row.getId()),
                new DeviceId(row.getSender()),
                row.getMid() == null ? "" : row.getMid(),
                KeptTime.instant(row.getAcceptedAt()),
                row.getContent());
    }

    static PeerEnvelopesRecord row(Envelope.Waiting envelope) {
        Letter letter = envelope.letter();
        PeerEnvelopesRecord row = new PeerEnvelopesRecord();
        row.setTarget(letter.target().value());
        row.setRseq(envelope.rseq());
        row.setMessage(letter.id().value());
        row.setSender(letter.sender().value());
        row.setExpiresAt(KeptTime.millis(letter.expiresAt()));
        row.setReported(letter.reported());
        row.setAttempts(envelope.attempts());
        return row;
    }

    static Envelope.Waiting envelope(PeerEnvelopesRecord row) {
        Letter letter =
                new Letter(
                        new MessageId(row.getMessage()),
                        new DeviceId(row.getSender()),
                        new DeviceId(row.getTarget()),
                        KeptTime.instant(row.getExpiresAt()),
                        row.getReported());
        return new Envelope.Queued(letter, row.getRseq(), row.getAttempts());
    }

    static PeerHandoversRecord handover(MessageId message) {
        PeerHandoversRecord row = new PeerHandoversRecord();
        row.setMessage(message.value());
        return row;
    }

    static PeerOutcomesRecord row(Outcome outcome) {
        PeerOutcomesRecord row = new PeerOutcomesRecord();
        row.setMessage(outcome.id().value());
        row.setSender(outcome.sender().value());
        row.setTarget(outcome.target().value());
        row.setEnding(outcome.ending().word());
        row.setReported(outcome.reported());
        return row;
    }

    static Outcome outcome(PeerOutcomesRecord row) {
        return new Outcome(
                new MessageId(row.getMessage()),
                new DeviceId(row.getSender()),
                new DeviceId(row.getTarget()),
                Ending.valueOf(row.getEnding().toUpperCase(Locale.ROOT)),
                row.getReported());
    }
}
