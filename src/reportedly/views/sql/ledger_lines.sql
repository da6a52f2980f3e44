-- A row: one claim × one good, as in the ledger, between the giver and the receiver asked for.
SELECT * FROM ({ledger})
WHERE deal <> 'mentions'
    AND ($giver IS NULL OR len(list_filter(givers, lambda p: term_of(p) = $giver)) > 0)
    AND ($receiver IS NULL OR len(list_filter(receivers, lambda p: term_of(p) = $receiver)) > 0)
ORDER BY
    coalesce(day_from, day_to) NULLS LAST, coalesce(day_to, day_from), added, position,
    good_number
