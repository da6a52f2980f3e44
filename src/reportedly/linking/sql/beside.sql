-- A row: one claim that shares an event with a claim of one of these articles, and is of another.
SELECT claim
FROM event_claims
WHERE event IN (
    SELECT event FROM event_claims WHERE article IN (SELECT unnest($ids::VARCHAR[]))
) AND article NOT IN (SELECT unnest($ids::VARCHAR[]))
