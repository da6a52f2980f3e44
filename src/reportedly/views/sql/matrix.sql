-- A row: one giver × one receiver × one sort of good, by quad class and status, with how many
-- claims say so. giver and receiver are terms that a filter takes, null where the text does not
-- tell. good is the first word of the category.
WITH deals AS (
    SELECT
        claim,
        split_part(good.category, '.', 1) AS good,
        type, status, len(voices) > 0 AS alleged,
        unnest(CASE WHEN len(givers) = 0 THEN [NULL]
            ELSE list_distinct(list_transform(givers, lambda p: {party})) END) AS giver,
        CASE WHEN len(receivers) = 0 THEN [NULL]
            ELSE list_distinct(list_transform(receivers, lambda p: {party})) END AS gets
    FROM ({ledger})
    WHERE deal NOT IN ('mentions')
),
sided AS (SELECT * EXCLUDE (gets), unnest(gets) AS receiver FROM deals)
SELECT giver, receiver, good, type, status, alleged, count(DISTINCT claim) AS claims
FROM sided
WHERE (giver IS NOT NULL OR receiver IS NOT NULL) AND giver IS DISTINCT FROM receiver
GROUP BY ALL
ORDER BY claims DESC, giver, receiver, good, type, status, alleged
