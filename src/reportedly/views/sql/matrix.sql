-- A row: one giver × one receiver × one sort of good, by quad class and status, with how many
-- claims say so. giver and receiver are terms that a filter takes, null where the text does not
-- tell. A giver or receiver that is asked for is one of those of the row's claims. good is the first word of the category.
WITH passed AS (
    SELECT
        manner, sides, wares, told, gives, gets, split_part(good.category, '.', 1) AS good, type,
        status, alleged
    FROM ({fact_deals})
    WHERE {giver} AND {receiver} AND {ware}
),
given AS (
    SELECT
        * EXCLUDE (gives, gets),
        unnest(CASE WHEN len(gives) = 0 THEN [NULL] ELSE gives END) AS giver,
        CASE WHEN len(gets) = 0 THEN [NULL] ELSE gets END AS gets
    FROM passed
),
-- a claim with several goods may be in a row twice
once AS (SELECT DISTINCT * EXCLUDE (gets), unnest(gets) AS receiver FROM given)
SELECT giver, receiver, good, type, status, alleged, sum(told)::BIGINT AS claims
FROM once
WHERE (giver IS NOT NULL OR receiver IS NOT NULL) AND giver IS DISTINCT FROM receiver
GROUP BY ALL
ORDER BY claims DESC, giver, receiver, good, type, status, alleged
