-- The one row: how many rows ledger_lines has in all.
SELECT coalesce(sum(told), 0)::BIGINT AS lines FROM ({fact_deals})
WHERE {giver} AND {receiver} AND {ware}
