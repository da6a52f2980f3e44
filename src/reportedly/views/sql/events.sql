-- A row: one event that has one of the chosen claims, as JSON.
SELECT record
FROM events
WHERE origins >= $origins AND id IN (
    SELECT event FROM event_claims WHERE claim IN (SELECT id FROM ({chosen}))
)
ORDER BY first_reported NULLS LAST, id
