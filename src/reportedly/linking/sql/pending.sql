-- A row: one article whose claims are not linked as they are now, by these points and tables. What
-- appeared about one time comes together: it is compared, so it is read once.
SELECT a.id
FROM articles AS a
LEFT JOIN linked AS l
    ON l.article = a.id AND l.coder_digest = a.coder_digest AND l.linker = $linker
WHERE l.article IS NULL
ORDER BY coalesce(a.published_value, ''), a.added
LIMIT $limit
