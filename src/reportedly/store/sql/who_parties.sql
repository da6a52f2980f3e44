-- A row: one party as claims name it, with how often they do: key, actor_id, name, country, role.
-- Those without an id are left out, unless it is a single name, one that is written with more than
-- plain letters, one that is written with and without capitals, or one that a person spoke of:
-- other descriptions are nobody's names.
-- $split: parties that are somebody else in one article, as "key#article".
WITH split AS (SELECT unnest($split::VARCHAR[]) AS key),
named AS (
    SELECT
        article, coalesce(p.actor_id, '=' || p."name") AS key,
        p.actor_id AS actor_id, p."name" AS "name", p.country AS country, p."role" AS "role"
    FROM (SELECT article, unnest(list_concat(actors, recipients)) AS p FROM claims)
),
told AS MATERIALIZED (
    SELECT
        n.* REPLACE (
            coalesce(s.key, n.key) AS key,
            CASE WHEN s.key IS NULL THEN n.actor_id ELSE s.key END AS actor_id
        )
    FROM named AS n LEFT JOIN split AS s ON s.key = n.key || '#' || n.article
)
SELECT
    key, coalesce(actor_id, ''), "name", coalesce(country, ''), coalesce("role", ''), count(*)
FROM told
WHERE actor_id IS NOT NULL
    OR regexp_matches("name", '^\p{Lu}\S+$|[^ -~]')
    OR lower("name") IN (
        SELECT lower("name") FROM told WHERE actor_id IS NULL
        GROUP BY ALL HAVING count(DISTINCT "name") > 1
    )
    OR key IN (SELECT one FROM actor_judgements UNION ALL SELECT other FROM actor_judgements)
GROUP BY ALL
