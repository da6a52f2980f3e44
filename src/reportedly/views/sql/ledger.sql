-- A row: one claim × one good: who stands to whom in which deal over it.
-- deal      what the claim presents, from its kind, type, mode and status, and from the side that
--           gets the good; docs in views/ledger.py. Who denies or waves away what is told of a
--           good withholds nothing of it
-- givers    who has or would part with the good; receivers, who gets or would get it, as the
--           good itself says. Empty when the text does not tell: no side is guessed from grammar.
SELECT
    day_from, day_to, dated, date_basis,
    CASE
        WHEN act = 'withhold' AND status IN ('happened', 'ongoing')
            AND list_has_any(rules, [{denials}]) THEN 'denies'
        ELSE deal
    END AS deal,
    CASE good.giver WHEN 'actor' THEN actors WHEN 'recipient' THEN recipients ELSE [] END
        AS givers,
    CASE good.receiver WHEN 'actor' THEN actors WHEN 'recipient' THEN recipients ELSE [] END
        AS receivers,
    good, kind, type, mode, status, factuality, voices, actors, recipients,
    list_transform(
        list_filter(links, lambda l: l.relation = 'in_exchange_for'), lambda l: l.claim
    ) AS in_exchange_for,
    sentence."text" AS sentence, confidence,
    id AS claim, article, title, publisher, url, published, section, added, position, good_number
FROM ({deals})
ORDER BY
    coalesce(day_from, day_to) NULLS LAST, coalesce(day_to, day_from), added, position,
    good_number
