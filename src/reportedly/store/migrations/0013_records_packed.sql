-- The record of an event is long, and the table keeps 2,048 of them in one piece: to read one, all are
-- unpacked. Lists and dossiers read it by itself, packed alone; `record` stays for questions in SQL.

ALTER TABLE events ADD COLUMN packed BLOB USING COMPRESSION uncompressed;
COMMENT ON COLUMN events.packed IS 'record, as zlib packs it (RFC 1950), UTF-8; null until linked anew';
