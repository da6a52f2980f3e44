-- A row: one event × one good, in the words of its firmest claim; or one claim of another kind × one
-- good. Claims of one event tell of the same good where it is of one category, and as many of that
-- category stand before it in its claim.
-- deals     what else its claims make of it, joined by "; "
-- told      how many claims tell of it; denied, how many of them deny it
-- record    the event as JSON; null for other kinds, and before `link` has run
WITH numbered AS (
    SELECT
        l.*,
        m.event,
        coalesce(m.event, l.claim) AS matter,
        row_number() OVER (PARTITION BY l.claim, good.category ORDER BY good_number) AS place_of,
        list_position(
            ['happened', 'ongoing', 'planned', 'possible', 'conditional', 'negated'], status
        ) AS firm
    FROM ({ledger}) AS l
    LEFT JOIN event_claims AS m ON m.claim = l.claim AND m.article = l.article
),
gathered AS (
    SELECT
        matter, good.category AS category, place_of,
        list(DISTINCT deal ORDER BY deal) AS every_deal,
        count(DISTINCT claim) AS told,
        count(DISTINCT claim) FILTER (status = 'negated') AS denied
    FROM numbered
    GROUP BY ALL
),
firmest AS (
    SELECT *
    FROM numbered
    QUALIFY row_number() OVER (
        PARTITION BY matter, good.category, place_of
        ORDER BY
            firm, (len(givers) = 0)::INTEGER + (len(receivers) = 0)::INTEGER, len(voices),
            good.quantity IS NULL, confidence DESC, added, position, good_number
    ) = 1
)
SELECT
    f.*,
    array_to_string(list_filter(g.every_deal, lambda d: d <> f.deal), '; ') AS deals,
    g.told, g.denied, e.record
FROM firmest AS f
JOIN gathered AS g ON g.matter = f.matter AND g.category = f.good.category
    AND g.place_of = f.place_of
LEFT JOIN events AS e ON e.id = f.event
ORDER BY
    coalesce(
        json_extract_string(e.record, '$.time.start'), json_extract_string(e.record, '$.time.end'),
        e.first_reported, f.day_from, f.day_to
    ) NULLS LAST,
    added, position, good_number
