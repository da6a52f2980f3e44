-- A row: what one party does towards another, by quad class and status, with how many claims in
-- how many articles say so. alleged: only voices say so in these claims. Parties are terms that a
-- filter takes: a country's code, else "=Name". What a party does to itself is left out.
WITH sides AS MATERIALIZED (
    SELECT
        hash(actor, recipient, quad, status, alleged) AS tie,
        actor, recipient, quad, status, alleged, added, publisher
    FROM (
        SELECT
            added, publisher, quad, status, voiced <> 'none' AS alleged, actor,
            unnest(getting) AS recipient
        FROM (
            SELECT added, publisher, quad, status, voiced, getting, unnest(acting) AS actor
            FROM ({facts})
            WHERE kind = 'event' AND len(acting) > 0 AND len(getting) > 0
        )
    )
    WHERE actor <> recipient
),
-- counted by outlet and by article first: what is different is dear to count at once
outlets AS (
    SELECT tie, actor, recipient, quad, status, alleged, publisher, count(*) AS claims
    FROM sides GROUP BY ALL
),
pages AS (
    SELECT tie, count(*) AS articles
    FROM (SELECT DISTINCT tie, added FROM sides)
    GROUP BY tie
)
SELECT
    actor, recipient, quad, status, alleged,
    sum(o.claims)::BIGINT AS claims, any_value(p.articles) AS articles,
    count(o.publisher) AS outlets
FROM outlets AS o JOIN pages AS p ON p.tie = o.tie
GROUP BY actor, recipient, quad, status, alleged
ORDER BY claims DESC, actor, recipient, quad, status, alleged
