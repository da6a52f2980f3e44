-- A row: one claim with every field, and what its article says of itself.
SELECT * FROM ({chosen}) ORDER BY added, position
