-- A row: one value of one facet, with how many of the chosen claims have it. A claim counts once a
-- value. Values are terms that a filter takes: a country's code, else "=Name".
-- Names that differ by case alone are one value, spelled as most claims have it.
-- Claims that share the numbers of what is asked for are counted first, and looked up together.
WITH found AS MATERIALIZED (
    SELECT {columns}, count(*) AS claims FROM ({facts}) GROUP BY ALL
)
SELECT facet, first(value ORDER BY claims DESC, value) AS value, sum(claims)::BIGINT AS claims FROM (
    SELECT facet, value, sum(claims) AS claims FROM (
        {each}
    )
    WHERE value IS NOT NULL
    GROUP BY facet, value
)
GROUP BY facet, folded(value)
ORDER BY facet, claims DESC, value
