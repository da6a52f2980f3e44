-- A row: one actor as views show them, over the chosen claims. Voices count for the actor of the
-- same name and country; a voice that is nobody else is a row of its own, "@Name|COUNTRY".
-- aliases: names and spellings that claims have; ids: whom the coder took them for.
WITH shown AS (
    SELECT
        article, position, unnest(list_concat(actors, recipients)) AS p,
        generate_subscripts(list_concat(actors, recipients), 1) AS place
    FROM ({chosen})
),
coded AS (
    SELECT
        article, position, unnest(list_concat(actors, recipients)) AS p,
        generate_subscripts(list_concat(actors, recipients), 1) AS place
    FROM claims
),
acting AS (
    SELECT
        coalesce(s.p.actor_id, '=' || s.p."name") AS actor, s.p."name" AS "name",
        any_value(s.p.country ORDER BY s.p.country) AS country,
        mode(s.p.sector ORDER BY s.p.sector) AS sector, mode(s.p."role" ORDER BY s.p."role") AS "role",
        list(DISTINCT c.p."name" ORDER BY c.p."name") AS aliases,
        list(DISTINCT c.p."text" ORDER BY c.p."text") AS texts,
        list(DISTINCT coalesce(c.p.actor_id, '=' || c.p."name")) AS ids,
        count(DISTINCT (s.article, s.position)) AS claims, list(DISTINCT s.article) AS pages
    FROM shown AS s
    JOIN coded AS c ON c.article = s.article AND c.position = s.position AND c.place = s.place
    GROUP BY 1, 2
),
spoken AS (
    SELECT
        v."name" AS "name", v.country AS country, mode(v.sector ORDER BY v.sector) AS sector,
        mode(v."role" ORDER BY v."role") AS "role",
        count(DISTINCT (article, position)) AS voiced, list(DISTINCT article) AS pages
    FROM (SELECT article, position, unnest(voices) AS v FROM ({chosen}))
    WHERE v."named" AND v."name" IS NOT NULL
    GROUP BY 1, 2
)
SELECT
    coalesce(a.actor, '@' || s."name" || '|' || coalesce(s.country, '')) AS id,
    coalesce(a."name", s."name") AS "name", coalesce(a.country, s.country) AS country,
    coalesce(a.sector, s.sector) AS sector, coalesce(a."role", s."role") AS "role",
    coalesce(a.aliases, [s."name"]) AS aliases, coalesce(a.texts, []) AS texts, list_sort(coalesce(a.ids, [])) AS ids,
    coalesce(a.claims, 0) AS claims, coalesce(s.voiced, 0) AS voiced,
    len(list_distinct(list_concat(coalesce(a.pages, []), coalesce(s.pages, [])))) AS articles
FROM acting AS a
FULL JOIN spoken AS s
    ON s."name" = a."name" AND s.country IS NOT DISTINCT FROM a.country AND a.actor[1] <> '='
ORDER BY claims + voiced DESC, "name", id
