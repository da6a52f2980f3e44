-- A row: one source that was given to `add`, and how its readings went.
-- failing   how many readings in a row, up to the last, gave problems and no article
WITH told AS (
    SELECT *, found = 0 AND problems > 0 AS failed FROM readings
),
good AS (
    SELECT source, max(number) AS last_good FROM told WHERE NOT failed GROUP BY source
)
SELECT
    t.source,
    count(*) AS readings,
    min(made) AS first_read,
    max(made) AS last_read,
    max(made) FILTER (fresh > 0) AS last_fresh,
    list(found ORDER BY number)[-1] AS found,
    list(fresh ORDER BY number)[-1] AS fresh,
    sum(fresh)::BIGINT AS articles,
    max(newest) AS newest,
    date_diff('day', max(newest)::DATE, left(max(made), 10)::DATE) AS age,
    count(*) FILTER (failed) AS failures,
    count(*) FILTER (failed AND number > coalesce(g.last_good, 0)) AS failing,
    list(problems ORDER BY number)[-1] AS problems,
    list(message ORDER BY number)[-1] AS message
FROM told AS t
LEFT JOIN good AS g ON g.source = t.source
GROUP BY t.source
ORDER BY failing DESC, last_read DESC, t.source
