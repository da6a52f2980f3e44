-- A row: one claim × one good that passes, or would, between a and b: the ledger of the dyad.
-- The chosen claims are those of the dossier's lines.
-- direction  a_to_b, b_to_a, mutual; from_a, to_a, from_b, to_b when the text names one side only;
--            open when it tells neither giver nor receiver
WITH directed AS (
    SELECT
        * EXCLUDE (giving, getting, acting),
        list_has_any(giving, $a_keys::UBIGINT[]) AS from_a,
        list_has_any(giving, $b_keys::UBIGINT[]) AS from_b,
        list_has_any(getting, $a_keys::UBIGINT[]) AS to_a,
        list_has_any(getting, $b_keys::UBIGINT[]) AS to_b,
        list_has_any(acting, $a_keys::UBIGINT[]) AS a_acts,
        list_has_any(acting, $b_keys::UBIGINT[]) AS b_acts
    FROM (
        SELECT
            *, keys_of(givers) AS giving, keys_of(receivers) AS getting, keys_of(actors) AS acting
        FROM ({ledger})
    )
)
SELECT
    CASE
        WHEN (from_a AND from_b) OR (to_a AND to_b) THEN 'mutual'
        WHEN from_a AND to_b THEN 'a_to_b'
        WHEN from_b AND to_a THEN 'b_to_a'
        WHEN from_a THEN 'from_a'
        WHEN to_a THEN 'to_a'
        WHEN from_b THEN 'from_b'
        WHEN to_b THEN 'to_b'
        -- whoever seeks a good is to get it, even where the text does not say from whom
        WHEN deal = 'seeks' AND len(recipients) = 0 AND a_acts THEN 'to_a'
        WHEN deal = 'seeks' AND len(recipients) = 0 AND b_acts THEN 'to_b'
        ELSE 'open'
    END AS direction,
    *
FROM directed
ORDER BY
    direction, coalesce(day_from, day_to) NULLS LAST, coalesce(day_to, day_from), added,
    position, good_number
