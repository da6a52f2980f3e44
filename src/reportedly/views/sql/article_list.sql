-- A row: one article that holds some of the words in its title or outlet, and appeared on $since
-- or later, newest first.
SELECT
    a.id AS article, a.title, a.publisher, a.url, a.published_value AS published, a.source,
    a.coder_version, a.coder_lexicons AS lexicons, length(a."text") AS length,
    coalesce(c.claims, 0) AS claims, coalesce(c.comment_claims, 0) AS comment_claims
FROM articles AS a
LEFT JOIN (
    SELECT
        article,
        count(*) FILTER (section <> 'comment') AS claims,
        count(*) FILTER (section = 'comment') AS comment_claims
    FROM claims GROUP BY article
) AS c ON c.article = a.id
WHERE ($text IS NULL OR contains(lower(concat_ws(' ', a.title, a.publisher, a.url)), lower($text)))
    AND ($outlet IS NULL OR a.publisher = $outlet)
    AND ($since IS NULL OR left(a.published_value, 10) >= $since)
ORDER BY a.published_value DESC NULLS LAST, a.added DESC
