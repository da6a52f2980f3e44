-- A row: one claim × one good, as in the ledger, between the giver and the receiver asked for.
SELECT * FROM ({ledger})
WHERE deal <> 'mentions'
    AND ($ware IS NULL OR good.category = $ware OR starts_with(good.category, $ware || '.'))
    AND ($giver IS NULL OR len(list_filter(givers, lambda p: term_of(p) = $giver)) > 0
        OR ($giver = 'none' AND len(givers) = 0)
        OR ($giver_words IS NOT NULL
            AND names_actor(givers, $giver_words, $giver_words_spelled)))
    AND ($receiver IS NULL OR len(list_filter(receivers, lambda p: term_of(p) = $receiver)) > 0
        OR ($receiver = 'none' AND len(receivers) = 0)
        OR ($receiver_words IS NOT NULL
            AND names_actor(receivers, $receiver_words, $receiver_words_spelled)))
ORDER BY
    coalesce(day_from, day_to) NULLS LAST, coalesce(day_to, day_from), added, position,
    good_number
