-- The one row: how many rows ledger_lines has in all.
SELECT coalesce(sum(told), 0)::BIGINT AS lines FROM ({fact_deals})
WHERE ($giver IS NULL OR list_contains(gives, $giver)
        OR list_has_any(given_by, $giver_keys::UBIGINT[])
            OR ($giver = 'none' AND len(gives) = 0))
    AND ($receiver IS NULL OR list_contains(gets, $receiver)
        OR list_has_any(got_by, $receiver_keys::UBIGINT[])
            OR ($receiver = 'none' AND len(gets) = 0))
    AND ($ware IS NULL OR good.category = $ware OR starts_with(good.category, $ware || '.'))
