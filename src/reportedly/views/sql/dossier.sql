-- A row: one claim that belongs into the dossier of a and b, see marked, and the part that it belongs to.
-- events        what the two do to each other or together; what one of them asked of nobody named;
--               goods that one of them hands over or gets, the other side untold, in an article
--               that is mostly about the two
-- wants_a, wants_b, wants_both  what that side wants, or may ask, of the other; or of nobody named, in
--               an article that holds a claim between the two
-- obstacles, consequences  constraints and consequences that both sides take part in, or that a
--               link joins to a claim between them; of one side, in an article of which the two
--               are a leading pair; of nobody, or for other states, unless it has happened, in one that is mostly about the two
-- reactions     events of others towards both; or towards one, in an article of which the two are a
--               leading pair, or what others say to one where a sixth of its events are theirs; the
--               doer untold, in one that is mostly about the two
-- What a question asks is no report; what it takes for granted is kept, to stand behind a line.
-- direction     of an event: a_to_b, b_to_a, together; from_a, from_b, to_a, to_b when the other
--               side is untold
-- event         looked up afterwards
-- sees          a known state would bear it
-- known         somebody of those who act is known at all: a pronoun left open may be one of the two
WITH marked AS (
    SELECT
        *,
        len(list_filter(actors, lambda p: coalesce(
            p.country, p.sector, p."role", p.actor_id
        ) IS NOT NULL)) > 0 AS known,
        len(list_filter(recipients, lambda p: p.country IS NOT NULL)) > 0 AS sees
    FROM ({marked})
    WHERE NOT asked OR (
        kind = 'event' AND status IN ('happened', 'ongoing') AND factuality = 'CT+'
    )
),
parts AS (
    SELECT
        CASE
            WHEN kind = 'want' OR (
                type = 'REQUEST' AND joint AND (alone_a OR alone_b)
                AND status IN ('planned', 'possible', 'conditional')
            ) THEN
                CASE
                    WHEN a_acts AND b_acts THEN 'wants_both'
                    WHEN a_acts AND (b_gets OR (alone_a AND joint)) THEN 'wants_a'
                    WHEN b_acts AND (a_gets OR (alone_b AND joint)) THEN 'wants_b'
                END
            WHEN kind IN ('constraint', 'consequence') THEN
                CASE
                    WHEN "between" OR tied
                        OR ((a_acts OR a_gets) AND (b_acts OR b_gets))
                        OR (main AND (a_acts OR a_gets OR b_acts OR b_gets))
                        OR (about AND len(actors) = 0 AND (
                            len(recipients) = 0 OR (kind = 'consequence' AND sees)
                        ) AND status IN ('planned', 'possible', 'conditional'))
                        THEN CASE kind WHEN 'constraint' THEN 'obstacles' ELSE 'consequences' END
                END
            WHEN "between" THEN 'events'
            WHEN type = 'REQUEST' AND joint AND (alone_a OR alone_b) THEN 'events'
            WHEN about AND (alone_a OR alone_b OR (len(actors) = 0 AND (a_gets OR b_gets)))
                AND len(list_filter(
                    goods, lambda g: g.giver IS NOT NULL OR g.receiver IS NOT NULL
                )) > 0 THEN 'events'
            WHEN a_acts OR b_acts THEN NULL
            WHEN len(actors) > 0 AND NOT known THEN NULL
            WHEN a_gets AND b_gets AND len(actors) > 0 THEN 'reactions'
            WHEN (a_gets OR b_gets) AND joint AND (about OR (len(actors) > 0 AND (main OR (near AND
                type IN ('ACCUSE', 'REJECT', 'REQUEST', 'SUPPORT', 'THREATEN', 'SANCTION', 'PROTEST')
            )))) THEN 'reactions'
        END AS part,
        CASE
            WHEN a_acts AND b_acts THEN 'together'
            WHEN a_acts AND b_gets THEN 'a_to_b'
            WHEN b_acts AND a_gets THEN 'b_to_a'
            WHEN a_acts THEN 'from_a'
            WHEN b_acts THEN 'from_b'
            WHEN a_gets THEN 'to_a'
            WHEN b_gets THEN 'to_b'
        END AS direction,
        *
    FROM marked
)
SELECT
    part, direction, asked, rules, NULL AS event,
    day_from, day_to, dated, "time".grain AS grain, kind, type, mode, contexts,
    "trigger"."text" AS "trigger", content."text" AS content, actors, recipients, goods, place,
    status, factuality, voices, sentence."text" AS sentence, section, confidence, links,
    id AS claim, p.article AS article, title, publisher, url, published
FROM parts AS p
WHERE part IS NOT NULL
ORDER BY coalesce(day_from, day_to) NULLS LAST, coalesce(day_to, day_from), added, position
