-- A row: one article that holds some of the words in its title or outlet, and appeared on $since
-- or later, newest first.
SELECT added
FROM articles
WHERE ($text IS NULL OR contains(lower(concat_ws(' ', title, publisher, url)), lower($text)))
    AND ($outlet IS NULL OR publisher = $outlet)
    AND ($since IS NULL OR left(published_value, 10) >= $since)
ORDER BY published_value DESC NULLS LAST, added DESC
