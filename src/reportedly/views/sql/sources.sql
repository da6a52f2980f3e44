-- A row: one voice × one country that it speaks about × one sort of claim.
-- voice null and named null: the article's own voice. about null: a claim that names no country.
-- Voices whose names differ by case alone are one, spelled as most claims have it.
-- A claim counts once a row, however often it names the voice or the country; what is copied counts
-- once among events and origins. The most different matters first: an event, or a claim of another
-- kind, is one.
WITH reported AS (SELECT * FROM ({chosen})),
spoken AS (
    SELECT id, article, kind, type, actors, recipients, added, position, unnest(voices) AS voice
    FROM reported
    UNION ALL
    SELECT id, article, kind, type, actors, recipients, added, position, NULL
    FROM reported WHERE len(voices) = 0
),
about AS (
    SELECT
        coalesce(voice."name", voice."text") AS voice,
        voice.country AS country, voice.sector AS sector, voice."named" AS "named",
        unnest(CASE WHEN len(countries) = 0 THEN [NULL] ELSE countries END) AS about,
        kind, type, id, article, added, position
    FROM (
        SELECT *, list_distinct(list_filter(
            list_concat(
                list_transform(actors, lambda p: p.country),
                list_transform(recipients, lambda p: p.country)
            ), lambda c: c IS NOT NULL
        )) AS countries
        FROM spoken
    )
),
spelled AS (
    SELECT said, first(voice ORDER BY times DESC, voice) AS voice
    FROM (
        SELECT folded(voice) AS said, voice, count(*) AS times
        FROM about WHERE voice IS NOT NULL GROUP BY ALL
    )
    GROUP BY said
),
once AS (
    SELECT DISTINCT a.* REPLACE (w.voice AS voice)
    FROM about AS a LEFT JOIN spelled AS w ON w.said = folded(a.voice)
),
reports AS (
    SELECT id AS event, unnest(from_json(
        json_extract(record, '$.told_by'), '[{"article": "VARCHAR", "origin": "VARCHAR"}]'
    )) AS report
    FROM events
),
denied AS (
    SELECT said, claim, any_value(event) AS event, list(against) AS against
    FROM ({contradicted}) GROUP BY said, claim
)
SELECT
    voice, country, sector, "named", about, kind, type,
    count(DISTINCT o.id) AS claims,
    count(DISTINCT o.article) AS articles,
    count(DISTINCT m.event) AS events,
    count(DISTINCT r.report.origin) AS origins,
    list(o.id ORDER BY added, position) AS claim_ids,
    count(DISTINCT d.event) AS contradicted,
    coalesce(flatten(list(d.against) FILTER (d.claim IS NOT NULL)), []) AS contradicted_by
FROM once AS o
LEFT JOIN event_claims AS m ON m.claim = o.id AND m.article = o.article
LEFT JOIN reports AS r ON r.event = m.event AND r.report.article = o.article
LEFT JOIN denied AS d ON d.claim = o.id AND d.said = folded(voice)
GROUP BY voice, country, sector, "named", about, kind, type
ORDER BY
    count(DISTINCT coalesce(m.event, o.id)) DESC, claims DESC, voice NULLS FIRST,
    country NULLS FIRST, sector NULLS FIRST, "named" NULLS FIRST, about NULLS FIRST, kind,
    type NULLS FIRST
