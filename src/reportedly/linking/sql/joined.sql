-- A row: one claim, with its article, that decisions join to one of these, one by another.
-- What a person kept apart is reached too, so that the two are made together.
WITH RECURSIVE said AS (
    SELECT one, other FROM decisions
    WHERE ("by" = 'score' AND verdict = 'same' AND linker = $linker) OR "by" = 'person'
),
edges AS (SELECT one AS a, other AS b FROM said UNION ALL SELECT other, one FROM said),
reached(claim) AS (
    SELECT unnest($claims::VARCHAR[])
    UNION
    SELECT e.b FROM reached AS r JOIN edges AS e ON e.a = r.claim
)
SELECT claim, article FROM event_claims WHERE claim IN (SELECT claim FROM reached)
