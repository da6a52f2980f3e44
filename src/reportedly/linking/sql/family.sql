-- A row: one of these articles, or one that copies one of them, and so on.
WITH RECURSIVE edges AS (
    SELECT one AS a, other AS b FROM copies UNION ALL SELECT other, one FROM copies
),
reached(article) AS (
    SELECT unnest($ids::VARCHAR[])
    UNION
    SELECT e.b FROM reached AS r JOIN edges AS e ON e.a = r.article
)
SELECT article FROM reached
