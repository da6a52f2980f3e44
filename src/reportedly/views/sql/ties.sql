-- A row: what one party does towards another, as in network, with how many claims say so and no
-- more: articles and outlets are dear to count.
WITH ways AS (SELECT sides, manner, count(*) AS claims FROM ({facts}) GROUP BY ALL)
SELECT actor, recipient, quad, status, alleged, sum(claims)::BIGINT AS claims
FROM ({tied})
GROUP BY ALL
ORDER BY claims DESC, actor, recipient, quad, status, alleged
