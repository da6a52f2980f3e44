-- A row: one article that holds the words in its title, outlet or address, or meets {body}, and
-- {having}, and appeared on $since or later; by {order}.
SELECT added
FROM articles
WHERE ($title_words IS NULL
        OR contains(lower(concat_ws(' ', title, publisher, url)), lower($title_words)) OR {body})
    AND ($publisher IS NULL OR publisher = $publisher)
    AND {having}
    AND ($since IS NULL OR left(published_value, 10) >= $since)
ORDER BY {order}
