-- Fills fresh_facts: what is kept of the new claims, with a digest for each thing that is kept once.
CREATE OR REPLACE TEMP TABLE fresh_facts AS
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
        number, added, position, id, confidence, published,
        CASE WHEN told THEN "time"."start" ELSE published END AS day_from,
        CASE WHEN told THEN "time"."end" ELSE published END AS day_to,
        {
            'section': section, 'kind': kind, 'type': type, 'mode': mode, 'quad': quad,
            'status': status, 'factuality': factuality,
            'dated': CASE WHEN told THEN 'claim' WHEN published IS NOT NULL THEN 'published' END,
            'voiced': CASE
                WHEN len(says) = 0 THEN 'none'
                WHEN len(list_filter(says, lambda v: v."named")) > 0 THEN 'named'
                ELSE 'unnamed'
            END
        } AS manner,
        {
            'actors': keys_of(acts),
            'recipients': keys_of(gets),
            'acting': list_distinct(list_transform(acts, lambda p: term_of(p))),
            'getting': list_distinct(list_transform(gets, lambda p: term_of(p))),
            'parties': list_distinct(
                list_transform(list_concat(acts, gets), lambda p: term_of(p))
            )
        } AS sides,
        {
            'voices': list_transform(says, lambda v: hash(voice_of(v))),
            'speakers': list_distinct(list_filter(
                list_transform(says, lambda v: coalesce(v."name", v."text")),
                lambda v: v IS NOT NULL
            ))
        } AS speech,
        {
            'categories': list_distinct(list_transform(goods, lambda g: g.category)),
            'goods': list_transform(goods, lambda g: {
                'category': g.category, 'giver': g.giver, 'receiver': g.receiver
            })
        } AS wares,
        CASE WHEN place IS NOT NULL THEN {
            'place': coalesce(place.geonames_id::VARCHAR, '=' || place."name"),
            'place_name': place."name", 'geonames_id': place.geonames_id,
            'country': place.country, 'latitude': place.latitude, 'longitude': place.longitude
        } END AS place,
        {'publisher': publisher} AS outlet
    FROM shown
)
SELECT
    *,
    try_cast(coalesce(day_from, day_to) AS DATE) AS "day",
    hash(manner) AS manner_key, hash(sides) AS sides_key, hash(speech) AS speech_key,
    hash(wares) AS wares_key, CASE WHEN place IS NOT NULL THEN hash(place) END AS place_key,
    hash(outlet) AS outlet_key
FROM placed
