INSERT INTO peer_epoch (epoch) VALUES ('epoch-one');
INSERT INTO peer_messages (id, sender, mid, accepted_at, content)
VALUES ('0197f0000000000100000000deadbeef', 'aa:01', 'mark-1', 1767225600000, '{"targets":["aa:02"],"text":"please review","hint":"","locale":"en","lifetimeMillis":259200000,"category":"TASK","summary":"review","title":"please review","priority":2,"due":"","assignees":[],"degraded":true,"receiptsWanted":true,"delivered":[],"enqueued":["aa:02"],"failed":[]}');
INSERT INTO peer_inboxes (device, last_rseq, acknowledges, reached) VALUES ('aa:02', 7, TRUE, TRUE);
INSERT INTO peer_envelopes (target, rseq, message, sender, expires_at, reported, attempts)
VALUES ('aa:02', 7, '0197f0000000000100000000deadbeef', 'aa:01', 4102444800000, TRUE, 1);
INSERT INTO peer_outcomes (message, sender, target, ending, reported) VALUES ('0197f0000000000000000000deadbeef', 'aa:01', 'aa:03', 'expired', TRUE);
