-- A row: one outlet, with how much it reports and in whose voice. publisher null: not known.
SELECT
    publisher AS outlet,
    count(DISTINCT added) AS articles,
    count(*) AS claims,
    count(*) FILTER (voiced = 'none') AS own,
    count(*) FILTER (voiced = 'named') AS named,
    count(*) FILTER (voiced = 'unnamed') AS unnamed,
    min(published) AS first,
    max(published) AS last
FROM ({facts})
GROUP BY publisher
ORDER BY claims DESC, outlet NULLS LAST
