-- A row: one article that holds the words in its title, outlet or address, or meets {body}, and
-- {having}, and appeared on $since or later, newest first.
SELECT added
FROM articles
WHERE ($text IS NULL OR contains(lower(concat_ws(' ', title, publisher, url)), lower($text)) OR {body})
    AND ($outlet IS NULL OR publisher = $outlet)
    AND {having}
    AND ($since IS NULL OR left(published_value, 10) >= $since)
ORDER BY published_value DESC NULLS LAST, added DESC
