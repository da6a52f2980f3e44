-- A row: one stretch of time × one value of what the claims are split by, with how many begin in
-- it. Days as in spans.
WITH daily AS (
    SELECT "day", {split} AS value, count(*) AS claims
    FROM ({facts})
    WHERE "day" IS NOT NULL
    GROUP BY ALL
)
SELECT
    date_trunc($grain, "day")::DATE::VARCHAR AS span, value, sum(claims)::BIGINT AS claims
FROM daily
GROUP BY ALL
ORDER BY span, value
