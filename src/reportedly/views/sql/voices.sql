-- A row: one voice, with how much it says. A claim counts once.
-- firmness  mean factuality as a number, -3 to +3; denials: claims that it presents as not so
WITH spoken AS MATERIALIZED (
    SELECT
        added, publisher, status, factuality, unnest(list_distinct(voices)) AS key,
        -- only a claim with several voices may tell of one of them twice
        CASE WHEN len(voices) > 1 THEN number END AS several
    FROM ({facts})
    WHERE len(voices) > 0
),
known AS (
    SELECT
        key, coalesce(who[1]."name", who[1]."text") AS voice, who[1]."name" AS "name",
        who[1]."named" AS "named", who[1].country AS country
    FROM fact_voices
    WHERE voice IS NOT NULL
),
counted AS (
    SELECT key, publisher, status, factuality, several, count(*) AS claims
    FROM spoken GROUP BY ALL
),
told AS (
    SELECT
        voice, "name", "named", country, publisher, status, several,
        CASE factuality WHEN 'CT+' THEN 3 WHEN 'PR+' THEN 2 WHEN 'PS+' THEN 1 WHEN 'Uu' THEN 0
            WHEN 'PS-' THEN -1 WHEN 'PR-' THEN -2 ELSE -3 END AS firm,
        CASE WHEN several IS NULL THEN sum(c.claims) ELSE 1 END::BIGINT AS claims
    FROM counted AS c JOIN known AS k ON k.key = c.key
    GROUP BY voice, "name", "named", country, publisher, status, factuality, several
),
pages AS (
    SELECT voice, count(DISTINCT added) AS articles
    FROM (SELECT DISTINCT key, added FROM spoken) AS s JOIN known AS k ON k.key = s.key
    GROUP BY voice
)
SELECT
    t.voice, any_value(country ORDER BY country) AS country, bool_or("named") AS "named",
    coalesce(sum(claims) FILTER (several IS NULL), 0)::BIGINT + count(DISTINCT several) AS claims,
    any_value(p.articles) AS articles,
    count(DISTINCT publisher) AS outlets,
    coalesce(sum(claims) FILTER (several IS NULL AND status = 'negated'), 0)::BIGINT
        + count(DISTINCT several) FILTER (status = 'negated') AS denials,
    sum(firm * claims)::DOUBLE / sum(claims)::DOUBLE AS firmness
FROM told AS t JOIN pages AS p ON p.voice = t.voice
GROUP BY t.voice
ORDER BY claims DESC, t.voice
