-- Fills identified_claims: the claims with a party or a voice that is shown otherwise than coded.
-- $split: parties that are somebody else in one article, as "key#article".
INSERT INTO identified_claims
WITH split AS (SELECT unnest($split::VARCHAR[]) AS key),
used AS (
    SELECT article, position, unnest(list_distinct(list_concat(
        list_transform(list_concat(actors, recipients), lambda p: coalesce(p.actor_id, '=' || p."name")),
        list_transform(
            list_filter(voices, lambda v: v."named" AND v."name" IS NOT NULL),
            lambda v: '@' || v."name" || '|' || coalesce(v.country, '')
        )
    ))) AS coded
    FROM claims
),
matched AS (
    SELECT u.article, u.position, u.coded, i.actor_id, i."name", i.country
    FROM used AS u
    LEFT JOIN split AS s ON s.key = u.coded || '#' || u.article
    JOIN actor_identities AS i ON i.coded = coalesce(s.key, u.coded)
),
known AS (
    SELECT article, position, map_from_entries(list({
        'k': coded, 'v': {'actor_id': actor_id, 'name': "name", 'country': country}
    } ORDER BY coded)) AS who
    FROM matched GROUP BY article, position
)
SELECT
    c.article, c.position,
    list_transform(c.actors, lambda p: identified(p, w.who[coalesce(p.actor_id, '=' || p."name")])),
    list_transform(c.recipients, lambda p: identified(p, w.who[coalesce(p.actor_id, '=' || p."name")])),
    list_transform(c.voices, lambda v: voiced(
        v, CASE WHEN v."named" THEN w.who['@' || v."name" || '|' || coalesce(v.country, '')] END
    ))
FROM claims AS c JOIN known AS w ON w.article = c.article AND w.position = c.position
