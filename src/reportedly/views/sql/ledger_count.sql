-- The one row: how many rows ledger_lines has in all.
SELECT coalesce(sum(told), 0)::BIGINT AS lines FROM ({fact_deals})
WHERE ($giver IS NULL OR list_contains(gives, $giver))
    AND ($receiver IS NULL OR list_contains(gets, $receiver))
