-- A row: the place of one row of ledger_lines, in its order; lines: how many there are in all, claims: of how many
-- claims.
WITH asked AS MATERIALIZED (
    SELECT manner, sides, wares, good_number, told FROM ({fact_deals})
    WHERE {giver} AND {receiver} AND {ware}
)
SELECT
    number, good_number, (SELECT sum(told) FROM asked)::BIGINT AS lines,
    (SELECT sum(told) FROM (SELECT DISTINCT manner, sides, wares, told FROM asked))::BIGINT AS claims
FROM ({facts}) AS f
JOIN asked AS a ON a.manner = f.manner AND a.sides = f.sides AND a.wares = f.wares
ORDER BY "day" NULLS LAST, coalesce(day_to, day_from), number, good_number
