-- A row: one giver × one receiver × one sort of good, by quad class and status, with how many
-- claims say so. giver and receiver are terms that a filter takes, null where the text does not
-- tell. good is the first word of the category.
WITH counted AS (
    SELECT
        gives, gets, split_part(good.category, '.', 1) AS good, type, status, alleged,
        -- only a claim with several goods may be in a row twice
        CASE WHEN len(goods) > 1 THEN number END AS several,
        count(*) AS claims
    FROM ({fact_deals})
    GROUP BY ALL
),
given AS (
    SELECT
        good, type, status, alleged, several, claims,
        unnest(CASE WHEN len(gives) = 0 THEN [NULL] ELSE gives END) AS giver,
        CASE WHEN len(gets) = 0 THEN [NULL] ELSE gets END AS gets
    FROM counted
),
sided AS (SELECT * EXCLUDE (gets), unnest(gets) AS receiver FROM given)
SELECT
    giver, receiver, good, type, status, alleged,
    coalesce(sum(claims) FILTER (several IS NULL), 0)::BIGINT + count(DISTINCT several) AS claims
FROM sided
WHERE (giver IS NOT NULL OR receiver IS NOT NULL) AND giver IS DISTINCT FROM receiver
GROUP BY ALL
ORDER BY claims DESC, giver, receiver, good, type, status, alleged
