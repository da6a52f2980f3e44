-- Drops the events that have one of these claims.
DELETE FROM events WHERE id IN (
    SELECT event FROM event_claims WHERE claim IN (SELECT unnest($claims::VARCHAR[]))
)
