-- A row: one place at which the text puts claims, by type and status. place is the term of a
-- filter: the id of GeoNames, else "=Name". Coordinates are null where the gazetteer has none.
SELECT
    CASE WHEN place.geonames_id IS NULL THEN '=' || place."name"
        ELSE place.geonames_id::VARCHAR END AS place,
    any_value(place."name") AS "name",
    any_value(place.country) AS country,
    any_value(place.latitude) AS latitude,
    any_value(place.longitude) AS longitude,
    type, status, len(voices) > 0 AS alleged,
    count(*) AS claims
FROM ({chosen})
WHERE place IS NOT NULL
GROUP BY 1, type, status, alleged
ORDER BY claims DESC, "name", type, status, alleged
