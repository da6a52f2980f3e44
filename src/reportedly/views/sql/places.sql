-- A row: one place at which the text puts claims, by type and status. place is the term of a
-- filter: the id of GeoNames, else "=Name". Coordinates are null where the gazetteer has none.
SELECT
    place,
    any_value(place_name) AS "name",
    any_value(country) AS country,
    any_value(latitude) AS latitude,
    any_value(longitude) AS longitude,
    type, status, voiced <> 'none' AS alleged,
    count(*) AS claims
FROM ({facts})
WHERE place IS NOT NULL
GROUP BY place, type, status, alleged
ORDER BY claims DESC, "name", type, status, alleged, place
