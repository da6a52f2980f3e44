-- A row: a claim of the event of $one and a claim of the event of $other that a person last said
-- are different.
SELECT d.one, d.other
FROM decisions AS d
JOIN event_claims AS a ON a.claim = d.one
JOIN event_claims AS b ON b.claim = d.other
WHERE d."by" = 'person' AND (
    (a.event = (SELECT event FROM event_claims WHERE claim = $one)
        AND b.event = (SELECT event FROM event_claims WHERE claim = $other))
    OR (a.event = (SELECT event FROM event_claims WHERE claim = $other)
        AND b.event = (SELECT event FROM event_claims WHERE claim = $one))
)
GROUP BY d.one, d.other
HAVING arg_max(d.verdict, d.number) = 'different'
ORDER BY d.one, d.other
