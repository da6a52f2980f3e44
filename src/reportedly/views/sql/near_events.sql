-- A row: one event that is not $event but has a claim that was compared with one of it and found
-- alike or nearly so; one: of $event, other: of the row's; by the last decision on the likest pair.
WITH mine AS (SELECT claim FROM event_claims WHERE event = $event),
pairs AS (
    SELECT d.number, d.one AS mine, d.other AS theirs, d.verdict, d.score, d."by"
    FROM decisions AS d WHERE d.one IN (SELECT claim FROM mine)
    UNION ALL
    SELECT d.number, d.other, d.one, d.verdict, d.score, d."by"
    FROM decisions AS d WHERE d.other IN (SELECT claim FROM mine)
),
last AS (
    SELECT mine, theirs, arg_max(verdict, number) AS verdict, arg_max(score, number) AS score
    FROM pairs GROUP BY mine, theirs
)
SELECT
    e.event,
    arg_max(l.mine, l.score) AS one,
    arg_max(l.theirs, l.score) AS other,
    arg_max(l.verdict, l.score) AS verdict,
    max(l.score) AS score
FROM last AS l
JOIN event_claims AS e ON e.claim = l.theirs
WHERE e.event <> $event AND e.event <> ''
GROUP BY e.event
ORDER BY score DESC, e.event
LIMIT $rows
