-- A row: one voice with a name, as voices give it, with how often they do; its id is that of the
-- one party of the same name and country, and in place of a role stands its sector where all
-- agree on one.
WITH spoken AS (
    SELECT v."name" AS "name", coalesce(v.country, '') AS country, v.sector AS sector
    FROM (SELECT unnest(voices) AS v FROM claims)
    WHERE v."named" AND v."name" IS NOT NULL
),
known AS (
    SELECT "name", coalesce(country, '') AS country, min(actor_id) AS actor_id
    FROM (
        SELECT p."name" AS "name", p.country AS country, p.actor_id AS actor_id
        FROM (SELECT unnest(list_concat(actors, recipients)) AS p FROM claims)
    )
    WHERE actor_id IS NOT NULL
    GROUP BY 1, 2
    HAVING count(DISTINCT actor_id) = 1
)
SELECT
    '', coalesce(any_value(k.actor_id), ''), s."name", s.country,
    CASE WHEN count(DISTINCT s.sector) = 1 THEN min(s.sector) ELSE '' END, count(*)
FROM spoken AS s LEFT JOIN known AS k ON k."name" = s."name" AND k.country = s.country
GROUP BY s."name", s.country
