-- A row: one party, as a term that a filter takes, with how many of the chosen claims it is in.
WITH counted AS (SELECT sides, count(*) AS claims FROM ({facts}) GROUP BY sides)
SELECT party, sum(claims)::BIGINT AS claims
FROM (SELECT unnest(parties) AS party, claims FROM counted JOIN fact_sides AS s ON s.id = sides)
GROUP BY party
ORDER BY claims DESC, party
