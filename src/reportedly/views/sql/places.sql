-- A row: one place at which the text puts claims, by type and status. place is the term of a
-- filter: the id of GeoNames, else "=Name". Coordinates are null where the gazetteer has none.
WITH counted AS (
    SELECT place AS id, manner, count(*) AS claims
    FROM ({facts}) WHERE place IS NOT NULL
    GROUP BY ALL
)
SELECT
    p.place,
    any_value(place_name ORDER BY p.id) AS "name",
    any_value(country ORDER BY p.id) AS country,
    any_value(latitude ORDER BY p.id) AS latitude,
    any_value(longitude ORDER BY p.id) AS longitude,
    type, status, voiced <> 'none' AS alleged,
    sum(claims)::BIGINT AS claims
FROM counted AS c
JOIN fact_places AS p ON p.id = c.id
JOIN fact_manners AS m ON m.id = c.manner
GROUP BY p.place, type, status, alleged
ORDER BY claims DESC, "name", type, status, alleged, place
