INSERT INTO peer_messages (id, sender, mid, accepted_at, content, mark)
VALUES ('0197f0000000000200000000deadbeef', 'aa:01', 'mark-2', 1767225600000, '{"targets":["aa:02"],"text":"thank you","lifetimeMillis":259200000,"category":"CHAT","summary":"thank you","title":"thank you","degraded":true,"enqueued":["aa:02"]}', 'aa:01/mark-2');
