-- A row: one event that has one of the chosen claims, as JSON.
-- $status   of the event, not of the claims; empty: any
SELECT id, first_reported, record
FROM events
WHERE origins >= $origins
    AND (len($status) = 0 OR list_contains($status, json_extract_string(record, '$.status')))
    AND id IN (SELECT event FROM event_claims WHERE claim IN (SELECT id FROM ({chosen})))
ORDER BY first_reported NULLS LAST, id
