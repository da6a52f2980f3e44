-- A row: one voice, with how much it says. A claim counts once.
-- firmness  mean factuality as a number, -3 to +3; denials: claims that it presents as not so
WITH spoken AS (
    SELECT DISTINCT id, article, publisher, status, factuality, voice."name" AS "name",
        coalesce(voice."name", voice."text") AS voice, voice."named" AS "named",
        voice.country AS country
    FROM (SELECT *, unnest(voices) AS voice FROM ({chosen}))
)
SELECT
    voice, any_value(country ORDER BY country) AS country, bool_or("named") AS "named",
    count(DISTINCT (article, id)) AS claims,
    count(DISTINCT article) AS articles,
    count(DISTINCT publisher) AS outlets,
    count(DISTINCT (article, id)) FILTER (status = 'negated') AS denials,
    avg(CASE factuality WHEN 'CT+' THEN 3 WHEN 'PR+' THEN 2 WHEN 'PS+' THEN 1 WHEN 'Uu' THEN 0
        WHEN 'PS-' THEN -1 WHEN 'PR-' THEN -2 ELSE -3 END) AS firmness
FROM spoken
WHERE voice IS NOT NULL
GROUP BY voice
ORDER BY claims DESC, voice
