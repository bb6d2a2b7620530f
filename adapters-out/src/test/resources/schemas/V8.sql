INSERT INTO peer_handovers (message) VALUES ('0197f0000000000100000000deadbeef');
