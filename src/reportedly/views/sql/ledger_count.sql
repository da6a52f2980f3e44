-- The one row: how many rows ledger_lines has in all.
SELECT count(*) AS lines FROM ({ledger})
WHERE deal <> 'mentions'
    AND ($giver IS NULL OR len(list_filter(givers, lambda p: {party} = $giver)) > 0)
    AND ($receiver IS NULL OR len(list_filter(receivers, lambda p: {party} = $receiver)) > 0)
