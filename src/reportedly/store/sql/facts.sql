-- Adds to claim_facts the new claims.
INSERT INTO claim_facts BY NAME
WITH shown AS (
    SELECT
        c.added * 1048576 + c.position AS number,
        c.*,
        coalesce(k.actors, c.actors) AS acts,
        coalesce(k.recipients, c.recipients) AS gets,
        coalesce(k.voices, c.voices) AS says,
        a.publisher, left(a.published_value, 10) AS published,
        c."time"."start" IS NOT NULL OR c."time"."end" IS NOT NULL AS told
    FROM claims AS c
    JOIN articles AS a ON a.added = c.added
    LEFT JOIN identified_claims AS k ON k.article = c.article AND k.position = c.position
    WHERE {fresh}
),
placed AS (
    SELECT
        *,
        CASE WHEN told THEN 'claim' WHEN published IS NOT NULL THEN 'published' END AS dated,
        CASE WHEN told THEN "time"."start" ELSE published END AS day_from,
        CASE WHEN told THEN "time"."end" ELSE published END AS day_to,
        list_distinct(list_transform(acts, lambda p: term_of(p))) AS acting,
        list_distinct(list_transform(gets, lambda p: term_of(p))) AS getting
    FROM shown
)
SELECT
    number, added, position, id, section, kind, type, mode, quad, status, factuality, confidence,
    publisher, published, dated, day_from, day_to,
    try_cast(coalesce(day_from, day_to) AS DATE) AS "day",
    CASE
        WHEN len(says) = 0 THEN 'none'
        WHEN len(list_filter(says, lambda v: v."named")) > 0 THEN 'named'
        ELSE 'unnamed'
    END AS voiced,
    list_transform(acts, lambda p: hash(party_of(p))) AS actors,
    list_transform(gets, lambda p: hash(party_of(p))) AS recipients,
    list_transform(says, lambda v: hash(voice_of(v))) AS voices,
    acting, getting, list_distinct(list_concat(acting, getting)) AS parties,
    list_distinct(list_filter(
        list_transform(says, lambda v: coalesce(v."name", v."text")), lambda v: v IS NOT NULL
    )) AS speakers,
    list_distinct(list_transform(goods, lambda g: g.category)) AS categories,
    list_transform(goods, lambda g: {
        'category': g.category, 'giver': g.giver, 'receiver': g.receiver
    }) AS goods,
    CASE WHEN place IS NULL THEN NULL WHEN place.geonames_id IS NULL THEN '=' || place."name"
        ELSE place.geonames_id::VARCHAR END AS place,
    place."name" AS place_name, place.geonames_id AS geonames_id, place.country AS country,
    place.latitude AS latitude, place.longitude AS longitude
FROM placed
ORDER BY number
