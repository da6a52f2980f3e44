-- A row: one article, with how many claims it makes and how many its readers' comments make.
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
ORDER BY a.added
