-- A row: one party, as a term that a filter takes, with how many of the chosen claims it is in.
SELECT party, count(*) AS claims
FROM (SELECT unnest(parties) AS party FROM ({facts}))
GROUP BY party
ORDER BY claims DESC, party
