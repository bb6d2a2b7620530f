UPDATE meetings SET join_code = '654321' WHERE id = 'running';
INSERT INTO guests (meeting, device, joined_at, standing) VALUES ('running', 'aa:02', 1767225620000, 'member');
INSERT INTO guests (meeting, device, joined_at, standing) VALUES ('ended', 'aa:02', 1767139300000, 'served');
