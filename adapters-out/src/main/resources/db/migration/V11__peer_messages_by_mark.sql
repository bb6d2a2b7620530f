-- The sender and its own mark for a message in one column; nothing if it gave none. In an index that
-- began with the sender a message without a mark belonged among its sender's, so each of them wrote a
-- page anew that no other had written lately. Now those are next to each other.
--
-- Each step can be done again: H2 cannot undo the first ones if the process is killed in between.
ALTER TABLE peer_messages ADD COLUMN IF NOT EXISTS mark VARCHAR(193);
UPDATE peer_messages SET mark = sender || '/' || mid WHERE mid IS NOT NULL;
DROP INDEX IF EXISTS peer_messages_mid;
CREATE INDEX IF NOT EXISTS peer_messages_mark ON peer_messages (mark);
