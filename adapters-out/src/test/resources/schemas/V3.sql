INSERT INTO notices (meeting, phase, retry_at, result, settled_at, device, started_at, ended_at, snippets, finalizing_millis, summary)
VALUES ('ended', 'resting', 1767142900000, NULL, NULL, 'aa:01', 1767139200000, 1767142800000, 1, 250, '{"title":"Planung"}');
INSERT INTO notices (meeting, phase, retry_at, result, settled_at, device, started_at, ended_at, snippets, finalizing_millis, summary)
VALUES ('earlier', 'settled', NULL, 'ok', 1767142900000, NULL, NULL, NULL, NULL, NULL, NULL);
