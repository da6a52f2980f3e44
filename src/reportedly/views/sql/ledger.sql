-- A row: one claim × one good: who stands to whom in which deal over it.
-- deal      what the claim presents, from its kind, type, mode and status, and from the side that
--           gets the good; docs in views/ledger.py
-- givers    who has or would part with the good; receivers, who gets or would get it, as the
--           good itself says. Empty when the text does not tell: no side is guessed from grammar.
WITH named AS (
    SELECT
        *,
        len(voices) > 0 AS alleged,
        unnest(goods) AS good,
        generate_subscripts(goods, 1) AS good_number
    FROM ({chosen})
    WHERE len(goods) > 0
),
dealt AS (
    SELECT
        *,
        CASE
            WHEN kind = 'constraint' THEN 'hindered'
            WHEN kind = 'consequence' THEN 'at stake'
            -- who wants to sell seeks no goods
            WHEN kind = 'want' OR type = 'REQUEST'
                THEN CASE good.giver WHEN 'actor' THEN 'offer' ELSE 'seek' END
            WHEN type = 'COOPERATE' AND good.giver IS NULL AND good.receiver IS NULL THEN 'trade'
            WHEN type IN ('AID', 'COOPERATE') THEN 'give'
            -- RETREAT gives only what is handed back: arms withdrawn or laid down reach nobody.
            WHEN type = 'RETREAT' AND coalesce(mode, 'release') = 'release' AND len(recipients) > 0
                THEN 'give'
            WHEN type IN ('AGREE', 'CONCEDE') THEN 'promise'
            WHEN type IN ('REJECT', 'SANCTION') OR (type = 'COERCE' AND mode = 'withhold')
                -- who bans imports withholds nothing
                THEN CASE good.receiver WHEN 'actor' THEN 'refuse' ELSE 'withhold' END
            WHEN type = 'THREATEN' AND mode = 'restrict' THEN 'threaten'
            WHEN type = 'COERCE' AND mode = 'seize' THEN 'take'
            WHEN type = 'CONSULT' THEN 'discuss'
            ELSE 'mention'
        END AS act
    FROM named
),
said AS (
    SELECT
        *,
        CASE
            WHEN act IN ('hindered', 'at stake') THEN act
            WHEN act = 'mention' THEN 'mentions'
            WHEN status = 'negated' AND alleged THEN 'denies'
            WHEN status = 'negated' THEN 'does not ' || act
            WHEN act = 'seek' THEN 'seeks'
            WHEN act = 'threaten' THEN 'may withhold'
            WHEN act = 'promise' AND status IN ('happened', 'ongoing') THEN 'promises'
            WHEN act IN ('promise', 'offer') THEN 'offers'
            WHEN act = 'give' AND status = 'planned' THEN 'promises'
            WHEN status IN ('happened', 'ongoing') THEN
                CASE WHEN act = 'discuss' THEN 'discusses' ELSE act || 's' END
            WHEN status = 'conditional' THEN 'would ' || act
            ELSE 'may ' || act
        END AS deal
    FROM dealt
)
SELECT
    day_from, day_to, dated, date_basis, deal,
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
FROM said
ORDER BY
    coalesce(day_from, day_to) NULLS LAST, coalesce(day_to, day_from), added, position,
    good_number
