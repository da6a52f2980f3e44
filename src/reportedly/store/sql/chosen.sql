-- A row: one claim that the filter lets through, with its article's own data and its days.
-- day_from, day_to  ISO dates, end included; null on an open side
-- dated             'claim' when the text gives the days; 'published' when they are only the day
--                   of publication; null when neither is known
SELECT * FROM (
    SELECT
        c.*,
        a.added,
        a.title,
        a.url,
        a.publisher,
        a.published_value AS published,
        CASE
            WHEN c."time"."start" IS NOT NULL OR c."time"."end" IS NOT NULL THEN 'claim'
            WHEN a.published_value IS NOT NULL THEN 'published'
        END AS dated,
        CASE
            WHEN c."time"."start" IS NOT NULL OR c."time"."end" IS NOT NULL THEN c."time"."start"
            ELSE left(a.published_value, 10)
        END AS day_from,
        CASE
            WHEN c."time"."start" IS NOT NULL OR c."time"."end" IS NOT NULL THEN c."time"."end"
            ELSE left(a.published_value, 10)
        END AS day_to
    FROM claims AS c
    JOIN articles AS a ON a.id = c.article
)
WHERE {where}
