-- A row: one of the chosen claims of which no judgement of a reader stands, the least sure first; when the
-- article was coded anew, a claim on the same trigger counts as judged. $after: null, or the id of
-- the claim behind which the search begins.
SELECT * FROM ({chosen}) AS c
WHERE NOT EXISTS (
    SELECT 1 FROM {standing} AS j
    WHERE j.who = $who AND j.article = c.article
        AND (j.claim = c.id OR (
            j.trigger_start = c."trigger"."start" AND j.trigger_end = c."trigger"."end"
        ))
)
AND ($after IS NULL OR row(c.confidence, c.added, c.position) > (
    SELECT min(row(k.confidence, a.added, k.position))
    FROM claims AS k JOIN articles AS a ON a.id = k.article
    WHERE k.id = $after
))
ORDER BY confidence, added, position
LIMIT 1
