-- A row: one value of one facet, with how many of the chosen claims have it. A claim counts once a
-- value. Values are terms that a filter takes: a country's code, else "=Name".
WITH found AS MATERIALIZED (
    SELECT
        status, kind, type, publisher, confidence, dated,
        coalesce(day_from, day_to) AS day,
        list_distinct(list_transform(goods, lambda g: g.category)) AS categories,
        list_distinct(list_transform(list_concat(actors, recipients), lambda p: {party})) AS parties,
        list_distinct(list_filter(
            list_transform(voices, lambda v: coalesce(v."name", v."text")), lambda v: v IS NOT NULL
        )) AS speakers,
        CASE
            WHEN len(voices) = 0 THEN 'none'
            WHEN len(list_filter(voices, lambda v: v."named")) > 0 THEN 'named'
            ELSE 'unnamed'
        END AS voiced
    FROM ({chosen})
)
SELECT facet, value, count(*) AS claims FROM (
    SELECT 'status' AS facet, status AS value FROM found
    UNION ALL SELECT 'voiced', voiced FROM found
    UNION ALL SELECT 'kind', kind FROM found
    UNION ALL SELECT 'type', type FROM found WHERE type IS NOT NULL
    UNION ALL SELECT 'party', unnest(parties) FROM found
    UNION ALL SELECT 'good', unnest(categories) FROM found
    UNION ALL SELECT 'voice', '=' || unnest(speakers) FROM found
    UNION ALL SELECT 'outlet', publisher FROM found WHERE publisher IS NOT NULL
    UNION ALL SELECT 'confidence',
        CASE WHEN confidence >= 0.9 THEN '0.9' WHEN confidence >= 0.7 THEN '0.7' ELSE '0' END
        FROM found
    UNION ALL SELECT 'dated', coalesce(dated, 'none') FROM found
)
WHERE list_contains($facets, facet)
GROUP BY facet, value
ORDER BY facet, claims DESC, value
