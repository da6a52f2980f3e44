-- A row: the key of a voice that is called by a surname alone or behind a title ("Mr Kirby"), and the
-- key of the one party or voice whose full name ends so and stands in the text of every article in
-- which it speaks. Nothing where an article has no such name, where they have two, or where both are
-- known to be of different countries.
-- $titles: what may stand before, as a regular expression.
WITH spoken AS (
    SELECT DISTINCT
        article, '@' || v."name" || '|' || coalesce(v.country, '') AS key,
        coalesce(v.country, '') AS country,
        regexp_extract(v."name", '^(?:(?:' || $titles || ') )?(\p{Lu}\S+)$', 1) AS surname
    FROM (SELECT article, unnest(voices) AS v FROM claims)
    WHERE v."named" AND v."name" IS NOT NULL
),
short AS MATERIALIZED (SELECT * FROM spoken WHERE surname <> ''),
named AS (
    SELECT p."name" AS "name", coalesce(p.country, '') AS country, p.actor_id AS key, 0 AS rank
    FROM (SELECT unnest(list_concat(actors, recipients)) AS p FROM claims)
    WHERE p.actor_id IS NOT NULL
    UNION ALL
    SELECT
        v."name", coalesce(v.country, ''), '@' || v."name" || '|' || coalesce(v.country, ''), 1
    FROM (SELECT unnest(voices) AS v FROM claims)
    WHERE v."named" AND v."name" IS NOT NULL
),
whole AS MATERIALIZED (
    SELECT DISTINCT "name", country, key, rank, regexp_extract("name", '\S+$') AS surname
    FROM named
    WHERE regexp_full_match("name", '\p{Lu}\S*(?: \S+)* \p{Lu}\S+')
        AND NOT regexp_matches("name", '^(?:' || $titles || ') ')
),
paired AS (
    SELECT s.key, s.article, w."name" AS whole, w.key AS other, w.rank
    FROM short AS s
    JOIN whole AS w ON w.surname = s.surname
        AND (s.country = '' OR w.country = '' OR s.country = w.country)
    JOIN articles AS a ON a.id = s.article AND contains(a."text", w."name")
),
told AS (SELECT key, count(DISTINCT article) AS articles FROM short GROUP BY key)
SELECT p.key, first(p.other ORDER BY p.rank, p.other)
FROM paired AS p JOIN told AS t ON t.key = p.key
GROUP BY p.key, t.articles
HAVING count(DISTINCT p.whole) = 1 AND count(DISTINCT p.article) = t.articles
ORDER BY p.key
