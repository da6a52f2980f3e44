-- Drops the rows of {table} for the events that have one of these claims.
DELETE FROM {table} WHERE {column} IN (
    SELECT event FROM event_claims WHERE claim IN (SELECT unnest($claims::VARCHAR[]))
)
