-- A row: one claim × one good, as in the ledger, between the giver and the receiver asked for.
SELECT * FROM ({ledger})
WHERE deal <> 'mentions'
    AND {ware} AND {giver} AND {receiver}
ORDER BY
    coalesce(day_from, day_to) NULLS LAST, coalesce(day_to, day_from), added, position,
    good_number
