-- One row: how much appeared on $since or later (null: at any time), and what is left to do.
WITH chosen AS (
    SELECT added FROM articles WHERE $since IS NULL OR left(published_value, 10) >= $since
)
SELECT
    (SELECT count(*) FROM chosen) AS articles,
    (
        SELECT count(*) FROM claim_facts
        WHERE manner IN (SELECT id FROM fact_manners WHERE section <> 'comment')
            AND added IN (SELECT added FROM chosen)
    ) AS claims,
    (SELECT count(*) FROM articles WHERE published_value IS NULL) AS undated,
    (SELECT count(DISTINCT source) FROM problems) AS problems
