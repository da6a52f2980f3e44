-- A row: the place of one row of ledger_lines, in its order.
WITH asked AS (
    SELECT manner, sides, wares, good_number FROM ({fact_deals})
    WHERE ($giver IS NULL OR list_contains(gives, $giver))
        AND ($receiver IS NULL OR list_contains(gets, $receiver))
)
SELECT number, good_number
FROM ({facts}) AS f
JOIN asked AS a ON a.manner = f.manner AND a.sides = f.sides AND a.wares = f.wares
ORDER BY
    coalesce(day_from, day_to) NULLS LAST, coalesce(day_to, day_from), number, good_number
