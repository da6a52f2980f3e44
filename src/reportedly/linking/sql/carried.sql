-- A row: two claims that stand where a person judged two claims of one of these articles, whose
-- ids were others then, and what the person last said; nothing where a decision holds it already.
WITH found AS (
    SELECT
        j.number, j.verdict,
        least(a.id, b.id) AS one,
        greatest(a.id, b.id) AS other
    FROM event_judgements AS j
    JOIN claims AS a ON a.article = j.one_article AND a.kind = 'event'
        AND a."trigger"."start" = j.one_start AND a."trigger"."end" = j.one_end
    JOIN claims AS b ON b.article = j.other_article AND b.kind = 'event'
        AND b."trigger"."start" = j.other_start AND b."trigger"."end" = j.other_end
    WHERE a.id <> b.id AND (
        j.one_article IN (SELECT unnest($ids::VARCHAR[]))
        OR j.other_article IN (SELECT unnest($ids::VARCHAR[]))
    )
)
SELECT one, other, arg_max(verdict, number) AS verdict
FROM found AS f
WHERE NOT EXISTS (
    SELECT 1 FROM decisions AS d WHERE d.one = f.one AND d.other = f.other AND d."by" = 'person'
)
GROUP BY one, other
ORDER BY one, other
