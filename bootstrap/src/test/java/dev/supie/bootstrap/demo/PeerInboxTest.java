package dev.supie.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.io.StringReader;
import java.util.Optional;

/// PEER-5: one number is enough to show every message once.
final class PeerInboxTest {

    private final PeerInbox inbox = new PeerInbox();

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    private static JsonObject hello(String epoch) {
        return json("{'type':'hello','inbox_epoch':'" + epoch + "'}");
    }

    private static JsonObject delivery(int rseq) {
        return json("{'type':'peer','event':'message','id':'a','rseq':" + rseq + "}");
    }

    @Test
    void whatComesAgainIsAcknowledgedAgainAndNotShownAgain() {
        assertTrue(inbox.isNew(hello("e")));
        assertTrue(inbox.isNew(delivery(1)));
        assertTrue(inbox.isNew(delivery(2)));

        assertTrue(inbox.isNew(hello("e")));
        assertFalse(inbox.isNew(delivery(1)));
        assertFalse(inbox.isNew(delivery(2)));
        assertTrue(inbox.isNew(delivery(3)));
        assertEquals(
                Optional.of(json("{'type':'peer','event':'ack','upTo':1}")),
                inbox.acknowledgement(delivery(1)));
    }

    @Test
    void otherInboxesCountAnew() {
        inbox.isNew(hello("e"));
        inbox.isNew(delivery(7));

        inbox.isNew(hello("f"));

        assertTrue(inbox.isNew(delivery(1)));
        assertFalse(inbox.isNew(delivery(1)));
    }

    @Test
    void everythingElseIsNeitherDroppedNorAcknowledged() {
        JsonObject receipt = json("{'type':'peer','status':'done','id':'a'}");

        assertTrue(inbox.isNew(receipt));
        assertTrue(inbox.isNew(receipt));
        assertEquals(Optional.empty(), inbox.acknowledgement(receipt));
        assertEquals(Optional.empty(), inbox.acknowledgement(hello("e")));
    }

    @Test
    void theHelloSaysThatItAcknowledges() {
        assertTrue(PeerInbox.hello().getJsonObject("features").getBoolean("peer_ack"));
    }
}
