-- A row: one claim × one good, with what the claim makes of it; see ledger. Columns are those of
-- what it is asked of, and deal, good, good_number.
WITH named AS (
    SELECT
        *,
        len(voices) > 0 AS alleged,
        unnest(goods) AS good,
        generate_subscripts(goods, 1) AS good_number
    FROM ({of})
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
SELECT * FROM said
