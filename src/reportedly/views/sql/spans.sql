-- A row: one stretch of time × one status, with how many of the chosen claims begin in it.
-- span is the first day of the day, week, month or year. Only days that the text or the day of
-- publication gives; a claim that is open to the past begins where it ends.
WITH daily AS (
    SELECT "day", manner, count(*) AS claims
    FROM ({facts})
    WHERE "day" IS NOT NULL
    GROUP BY ALL
)
SELECT
    date_trunc($grain, "day")::DATE::VARCHAR AS span,
    status, sum(claims)::BIGINT AS claims,
    coalesce(sum(claims) FILTER (dated = 'published'), 0)::BIGINT AS published
FROM daily JOIN fact_manners AS m ON m.id = manner
GROUP BY ALL
ORDER BY span, status
