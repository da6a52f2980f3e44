-- A row: one party, as a term that a filter takes, with how many of the chosen claims it is in.
SELECT party, count(*) AS claims FROM (
    SELECT unnest(list_distinct(
        list_transform(list_concat(actors, recipients), lambda p: {party})
    )) AS party
    FROM ({chosen})
)
GROUP BY party
ORDER BY claims DESC, party
