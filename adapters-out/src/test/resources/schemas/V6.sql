INSERT INTO boards (group_key, version, last_number) VALUES ('aa:01', 4, 2);
INSERT INTO tasks (group_key, id, number, version, created_at, updated_at, title, priority, status, owner, due, notes, extras)
VALUES ('aa:01', 't1', 1, 2, 1767225600000, 1767225700000, 'write the notes', 1, 'open', 'li|aa:01', '2026-03-01', 'soon', '{"estimate":"3"}');
INSERT INTO tasks (group_key, id, number, version, created_at, updated_at, title, priority, status, owner, due, notes, extras)
VALUES ('aa:01', 't2', 2, 4, 1767225600000, 1767225700000, '发版', 0, 'done', 'bo|aa:02', '', '', '{}');
