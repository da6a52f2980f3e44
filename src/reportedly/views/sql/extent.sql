-- The one row: how much the chosen claims are, and over which days they reach.
SELECT
    count(*) AS claims,
    count(DISTINCT added) AS articles,
    count(DISTINCT publisher) AS outlets,
    count(*) FILTER (dated IS NULL) AS undated,
    min(coalesce(day_from, day_to)) AS first,
    max(coalesce(day_to, day_from)) AS last
FROM ({facts})
