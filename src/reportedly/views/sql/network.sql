-- A row: what one party does towards another, by quad class and status, with how many claims in
-- how many articles say so. alleged: only voices say so in these claims. Parties are terms that a
-- filter takes: a country's code, else "=Name". What a party does to itself is left out.
-- $only: the ties that are asked for; null, all.
WITH told AS NOT MATERIALIZED (SELECT sides, manner, outlet, added FROM ({facts})),
ways AS MATERIALIZED (SELECT sides, manner, outlet, count(*) AS claims FROM told GROUP BY ALL),
ties AS MATERIALIZED (
    SELECT *, dense_rank() OVER (ORDER BY actor, recipient, quad, status, alleged) AS tie
    FROM ({tied})
    WHERE $only IS NULL OR list_contains($only, concat_ws(
        chr(31), actor, recipient, quad, status, alleged
    ))
),
claims AS (
    SELECT
        tie, any_value(actor) AS actor, any_value(recipient) AS recipient,
        any_value(quad) AS quad, any_value(status) AS status, any_value(alleged) AS alleged,
        sum(claims)::BIGINT AS claims, count(DISTINCT publisher) AS outlets
    FROM ties JOIN fact_outlets AS o ON o.id = outlet
    GROUP BY tie
),
pages AS (
    SELECT tie, count(DISTINCT added) AS articles
    FROM told AS o
    JOIN (SELECT DISTINCT tie, sides, manner FROM ties) AS t
        ON t.sides = o.sides AND t.manner = o.manner
    GROUP BY tie
)
SELECT actor, recipient, quad, status, alleged, claims, articles, outlets
FROM claims AS c JOIN pages AS p ON p.tie = c.tie
ORDER BY claims DESC, actor, recipient, quad, status, alleged
