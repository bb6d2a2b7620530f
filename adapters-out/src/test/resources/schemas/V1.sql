INSERT INTO meetings (id, version, device, started_at, phase, ended_at, delivered, alive_at, last_snippet_at, snippet_count, merged_snippets, segment_count, covered_segments, notes, summary)
VALUES ('running', 3, 'aa:01', 1767225600000, 'recording', NULL, FALSE, 1767225660000, 1767225650000, 2, 1, 1, 0, '{"title":"Standup","bullets":[{"text":"first point","segment":1}]}', NULL);
INSERT INTO meetings (id, version, device, started_at, phase, ended_at, delivered, alive_at, last_snippet_at, snippet_count, merged_snippets, segment_count, covered_segments, notes, summary)
VALUES ('ended', 9, 'aa:01', 1767139200000, 'finalized', 1767142800000, TRUE, 1767142800000, 1767142700000, 1, 1, 1, 1, '{}', '{"title":"Planung für März","bullets":["会议纪要"],"decisions":["go"],"actions":[],"risks":[],"nextSteps":[],"durationMillis":3600000,"sourceSegments":1,"checkpoint":false,"provider":"extractive","degraded":true,"degradedReason":"no model"}');
INSERT INTO snippets (meeting, number, at, tag, speaker, text) VALUES ('running', 1, 1767225610000, 'speech', 'Li', 'good morning');
INSERT INTO snippets (meeting, number, at, tag, speaker, text) VALUES ('running', 2, 1767225650000, 'speech', 'Bo', 'we ship on Friday');
INSERT INTO segments (meeting, number, at, speaker, chars, text) VALUES ('running', 1, 1767225610000, 'Li', 12, 'good morning');
INSERT INTO segments (meeting, number, at, speaker, chars, text) VALUES ('ended', 1, 1767139300000, 'Bo', 9, 'all green');
