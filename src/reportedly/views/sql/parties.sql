-- A row: one party, as a term that a filter takes, with how many of the chosen claims it is in. Names that
-- differ by case alone are one party, spelled as most claims have it.
WITH counted AS (SELECT sides, count(*) AS claims FROM ({facts}) GROUP BY sides),
told AS (
    SELECT party, sum(claims)::BIGINT AS claims
    FROM (SELECT unnest({once}) AS party, claims FROM counted JOIN fact_sides AS s ON s.id = sides)
    GROUP BY party
)
SELECT first(party ORDER BY claims DESC, party) AS party, sum(claims)::BIGINT AS claims
FROM told
GROUP BY folded(party)
ORDER BY claims DESC, party
