-- A row: one outlet, with how much it reports and in whose voice. publisher null: not known.
SELECT
    publisher AS outlet,
    count(DISTINCT article) AS articles,
    count(*) AS claims,
    count(*) FILTER (len(voices) = 0) AS own,
    count(*) FILTER (len(list_filter(voices, lambda v: v."named")) > 0) AS named,
    count(*) FILTER (
        len(voices) > 0 AND len(list_filter(voices, lambda v: v."named")) = 0
    ) AS unnamed,
    min(left(published, 10)) AS first,
    max(left(published, 10)) AS last
FROM ({chosen})
GROUP BY publisher
ORDER BY claims DESC, outlet NULLS LAST
