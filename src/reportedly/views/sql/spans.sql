-- A row: one stretch of time × one status, with how many of the chosen claims begin in it.
-- span is the first day of the day, week, month or year. Only days that the text or the day of
-- publication gives; a claim that is open to the past begins where it ends.
SELECT
    date_trunc($grain, try_cast(coalesce(day_from, day_to) AS DATE))::DATE::VARCHAR AS span,
    status, count(*) AS claims,
    count(*) FILTER (dated = 'published') AS published
FROM ({chosen})
WHERE try_cast(coalesce(day_from, day_to) AS DATE) IS NOT NULL
GROUP BY ALL
ORDER BY span, status
