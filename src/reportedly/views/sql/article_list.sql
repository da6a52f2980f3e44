-- A row: one of these articles, by {order}.
SELECT
    a.id AS article, a.title, a.publisher, a.url, a.published_value AS published, a.source,
    a.coder_version, a.coder_lexicons AS lexicons, length(a."text") AS length,
    coalesce(c.claims, 0) AS claims, coalesce(c.comment_claims, 0) AS comment_claims
FROM articles AS a
LEFT JOIN (
    SELECT
        added,
        count(*) FILTER (section <> 'comment') AS claims,
        count(*) FILTER (section = 'comment') AS comment_claims
    FROM claim_facts AS f JOIN fact_manners AS m ON m.id = f.manner
    WHERE {articles} GROUP BY added
) AS c ON c.added = a.added
WHERE a.{articles}
ORDER BY {order}
