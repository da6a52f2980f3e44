-- A row: one outlet, with how much it reports and in whose voice. publisher null: not known.
WITH chosen AS NOT MATERIALIZED ({facts}),
pages AS (
    SELECT outlet, count(DISTINCT added) AS articles, min(published) AS first, max(published) AS last
    FROM chosen GROUP BY outlet
),
voiced AS (SELECT outlet, manner, count(*) AS claims FROM chosen GROUP BY ALL),
told AS (
    SELECT
        outlet, sum(claims)::BIGINT AS claims,
        coalesce(sum(claims) FILTER (voiced = 'none'), 0)::BIGINT AS own,
        coalesce(sum(claims) FILTER (voiced = 'named'), 0)::BIGINT AS named,
        coalesce(sum(claims) FILTER (voiced = 'unnamed'), 0)::BIGINT AS unnamed
    FROM voiced JOIN fact_manners AS m ON m.id = manner
    GROUP BY outlet
)
SELECT publisher AS outlet, articles, claims, own, named, unnamed, first, last
FROM pages AS p
JOIN told AS t ON t.outlet = p.outlet
JOIN fact_outlets AS o ON o.id = p.outlet
ORDER BY claims DESC, publisher NULLS LAST
