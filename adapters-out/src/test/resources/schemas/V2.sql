INSERT INTO devices (device, client, phase, about, since, asked_at, code, challenge, seed, token)
VALUES ('aa:01', 'c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1', 'pending', 'badge 1.2.1', 1767225600000, 1767225600000, '123456', 'fefefefefefefefefefefefefefefefe', NULL, NULL);
INSERT INTO devices (device, client, phase, about, since, asked_at, code, challenge, seed, token)
VALUES ('aa:01', 'c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2', 'approved', 'badge 1.2.1', 1767225600000, NULL, NULL, NULL, 'bebebebebebebebebebebebebebebebe', 'cacacacacacacacacacacacacacacacacacacacacacacacacacacacacacacaca');
INSERT INTO devices (device, client, phase, about, since, asked_at, code, challenge, seed, token)
VALUES ('aa:02', 'c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3', 'revoked', 'badge 1.2.1', 1767225600000, NULL, NULL, NULL, NULL, NULL);
