INSERT INTO memories (device_id, updated_at, document) VALUES ('aa:01', 1767225600000, '{"turns":[{"question":"who are you","answer":"a badge"}],"notes":["likes tea"]}');
