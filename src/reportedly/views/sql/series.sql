-- A row: one stretch of time × one value of what the claims are split by, with how many begin in
-- it. Days as in spans.
WITH daily AS (
    SELECT "day", {column} AS id, count(*) AS claims
    FROM ({facts})
    WHERE "day" IS NOT NULL
    GROUP BY ALL
)
SELECT
    date_trunc($grain, "day")::DATE::VARCHAR AS span, {split} AS value,
    sum(claims)::BIGINT AS claims
FROM daily JOIN {table} AS t ON t.id = daily.id
GROUP BY ALL
ORDER BY span, value
