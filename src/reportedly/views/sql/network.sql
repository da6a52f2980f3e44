-- A row: what one party does towards another, by quad class and status, with how many claims in
-- how many articles say so. alleged: only voices say so in these claims. Parties are terms that a
-- filter takes: a country's code, else "=Name". What a party does to itself is left out.
WITH sides AS (
    SELECT
        id, article, publisher, quad, status, len(voices) > 0 AS alleged, left_side AS actor,
        unnest(gets) AS recipient
    FROM (
        SELECT
            *,
            unnest(list_distinct(list_transform(actors, lambda p: {party}))) AS left_side,
            list_distinct(list_transform(recipients, lambda p: {party})) AS gets
        FROM ({chosen})
        WHERE kind = 'event'
    )
)
SELECT
    actor, recipient, quad, status, alleged,
    count(*) AS claims, count(DISTINCT article) AS articles,
    count(DISTINCT publisher) AS outlets
FROM sides
WHERE actor <> recipient
GROUP BY ALL
ORDER BY claims DESC, actor, recipient, quad, status, alleged
