-- The one row: how much the chosen claims are, and over which days they reach.
-- An article has one outlet: what is different is counted outlet by outlet.
WITH told AS (
    SELECT
        outlet, count(*) AS claims, count(DISTINCT added) AS articles,
        count(*) FILTER (coalesce(day_from, day_to) IS NULL) AS undated,
        min(coalesce(day_from, day_to)) AS first, max(coalesce(day_to, day_from)) AS last
    FROM ({facts})
    GROUP BY outlet
)
SELECT
    coalesce(sum(claims), 0)::BIGINT AS claims, coalesce(sum(articles), 0)::BIGINT AS articles,
    count(publisher) AS outlets, coalesce(sum(undated), 0)::BIGINT AS undated,
    min(first) AS first, max(last) AS last
FROM told JOIN fact_outlets AS o ON o.id = outlet
