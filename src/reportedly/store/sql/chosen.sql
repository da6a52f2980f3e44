-- A row: one claim that the filter lets through, with its article's own data and its days. Parties
-- and voices are those whom views show (identified_claims), the rest is as it was coded.
-- day_from, day_to  ISO dates, end included; null on an open side
-- dated             'claim' when the text gives the days; 'published' when they are only the day
--                   of publication; null when neither is known
-- date_basis        the same, closer: stated, relative or tense when the text gives the days;
--                   published, or derived where the page does not give that day itself
SELECT * FROM (
    SELECT
        c.* EXCLUDE (added) REPLACE (
            coalesce(k.actors, c.actors) AS actors,
            coalesce(k.recipients, c.recipients) AS recipients,
            coalesce(k.voices, c.voices) AS voices
        ),
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
            WHEN c."time"."start" IS NOT NULL OR c."time"."end" IS NOT NULL THEN c."time".basis
            WHEN a.published_basis = 'derived' THEN 'derived'
            WHEN a.published_value IS NOT NULL THEN 'published'
        END AS date_basis,
        CASE
            WHEN c."time"."start" IS NOT NULL OR c."time"."end" IS NOT NULL THEN c."time"."start"
            ELSE left(a.published_value, 10)
        END AS day_from,
        CASE
            WHEN c."time"."start" IS NOT NULL OR c."time"."end" IS NOT NULL THEN c."time"."end"
            ELSE left(a.published_value, 10)
        END AS day_to
    FROM claims AS c
    JOIN articles AS a ON a.added = c.added
    LEFT JOIN identified_claims AS k ON k.article = c.article AND k.position = c.position
)
WHERE {where}
