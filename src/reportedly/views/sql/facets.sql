-- A row: one value of one facet, with how many of the chosen claims have it. A claim counts once a
-- value. Values are terms that a filter takes: a country's code, else "=Name".
WITH found AS {kept} (
    SELECT
        status, voiced, kind, type, parties, categories, speakers, publisher, confidence, dated
    FROM ({facts})
)
SELECT facet, value, claims FROM (
    {each}
)
ORDER BY facet, claims DESC, value
