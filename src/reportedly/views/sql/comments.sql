-- A row: one reader's comment, with its text and what its article says of itself. A comment of
-- several sections of one author and time that follow each other is several rows.
SELECT
    s.article,
    row_number() OVER (PARTITION BY s.article ORDER BY s.number) AS number,
    s.author, s."time", s."start", s."end",
    substring(a."text", s."start" + 1, s."end" - s."start") AS "text",
    a.title, a.publisher, a.url, a.published_value AS published
FROM sections AS s
JOIN articles AS a ON a.id = s.article
WHERE s.kind = 'comment' AND ($article IS NULL OR s.article = $article)
ORDER BY a.added, s.number
