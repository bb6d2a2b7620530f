-- Meetings that were removed, until all their snippets and segments have been given back, which is
-- done some rows at a time (MTG-11). Runs unchanged on H2 and on PostgreSQL.
--
-- A row of meetings goes first, so that nobody finds half a meeting; a foreign key would forbid
-- that, or take a whole day's rows along in one transaction. Nothing is lost with it: snippets and
-- segments are written only in the transaction that writes their meeting.

CREATE TABLE removed_meetings (
    meeting VARCHAR(64) NOT NULL,
    CONSTRAINT removed_meetings_pk PRIMARY KEY (meeting)
);

ALTER TABLE snippets DROP CONSTRAINT snippets_meeting;
ALTER TABLE segments DROP CONSTRAINT segments_meeting;
