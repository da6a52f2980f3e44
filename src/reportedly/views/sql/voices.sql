-- A row: one voice, with how much it says. A claim counts once. Names that differ by case alone are one
-- voice, spelled as most claims have it.
-- firmness  mean factuality as a number, -3 to +3; denials: claims that it presents as not so
WITH spoken AS NOT MATERIALIZED (
    SELECT speech, manner, outlet, added FROM ({facts})
    WHERE speech IN (SELECT id FROM fact_speech WHERE len(voices) > 0)
),
known AS (
    SELECT
        key, coalesce(who[1]."name", who[1]."text") AS voice, who[1]."name" AS "name",
        who[1]."named" AS "named", who[1].country AS country
    FROM fact_voices
    WHERE voice IS NOT NULL
),
-- who speaks in the claims of one number
speakers AS MATERIALIZED (
    SELECT DISTINCT id AS speech, folded(voice) AS said, voice, "name", "named", country
    FROM (SELECT id, unnest(voices) AS key FROM fact_speech) AS s JOIN known AS k ON k.key = s.key
),
counted AS MATERIALIZED (
    SELECT speech, manner, outlet, count(*) AS claims FROM spoken GROUP BY ALL
),
told AS (
    SELECT
        said, voice, "name", "named", country, outlet, status, claims,
        CASE factuality WHEN 'CT+' THEN 3 WHEN 'PR+' THEN 2 WHEN 'PS+' THEN 1 WHEN 'Uu' THEN 0
            WHEN 'PS-' THEN -1 WHEN 'PR-' THEN -2 ELSE -3 END AS firm,
        -- of two speakers of one name in a claim the first counts for it
        row_number() OVER (
            PARTITION BY c.speech, c.manner, c.outlet, said
            ORDER BY "name", "named", country, voice
        ) = 1 AS first
    FROM counted AS c
    JOIN speakers AS s ON s.speech = c.speech
    JOIN fact_manners AS m ON m.id = c.manner
),
pages AS (
    SELECT said, count(DISTINCT added) AS articles
    FROM spoken AS o JOIN (SELECT DISTINCT speech, said FROM speakers) AS s ON s.speech = o.speech
    GROUP BY said
),
spelled AS (
    SELECT said, first(voice ORDER BY claims DESC, voice) AS voice
    FROM (SELECT said, voice, sum(claims) AS claims FROM told GROUP BY said, voice)
    GROUP BY said
)
SELECT
    any_value(w.voice) AS voice, any_value(country ORDER BY country) AS country, bool_or("named") AS "named",
    coalesce(sum(claims) FILTER (first), 0)::BIGINT AS claims,
    any_value(p.articles) AS articles,
    count(DISTINCT publisher) AS outlets,
    coalesce(sum(claims) FILTER (first AND status = 'negated'), 0)::BIGINT AS denials,
    sum(firm * claims)::DOUBLE / sum(claims)::DOUBLE AS firmness
FROM told AS t
JOIN pages AS p ON p.said = t.said
JOIN spelled AS w ON w.said = t.said
JOIN fact_outlets AS o ON o.id = t.outlet
GROUP BY t.said
ORDER BY claims DESC, voice
