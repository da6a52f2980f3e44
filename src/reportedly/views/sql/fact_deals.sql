-- A row: one way in which claims deal in goods × one good, as in the ledger, over what claim_facts
-- counts: claims with the same manner, sides and goods are one way, told so often.
-- gives, gets  who has or would part with it, who gets or would get it, as terms of a filter
-- told         how many claims deal so
WITH counted AS (
    SELECT manner, sides, wares, count(*) AS told
    FROM ({facts})
    WHERE wares IN (SELECT id FROM fact_goods WHERE len(goods) > 0)
    GROUP BY ALL
),
ways AS (
    SELECT
        manner, sides, wares, told, g.goods, acting, getting, recipients, kind, type, mode, status,
        CASE voiced WHEN 'none' THEN [] ELSE [voiced] END AS voices
    FROM counted AS c
    JOIN fact_manners AS m ON m.id = c.manner
    JOIN fact_sides AS s ON s.id = c.sides
    JOIN fact_goods AS g ON g.id = c.wares
)
SELECT
    *,
    CASE good.giver WHEN 'actor' THEN acting WHEN 'recipient' THEN getting ELSE [] END AS gives,
    CASE good.receiver WHEN 'actor' THEN acting WHEN 'recipient' THEN getting ELSE [] END AS gets
FROM ({deals})
WHERE act <> 'mention'  -- those whose deal is mentions; told sooner
