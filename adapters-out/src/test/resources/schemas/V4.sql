INSERT INTO removed_meetings (meeting) VALUES ('gone');
INSERT INTO segments (meeting, number, at, speaker, chars, text) VALUES ('gone', 1, 1767139300000, 'Bo', 3, 'bye');
