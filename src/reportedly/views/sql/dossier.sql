-- A row: one claim × one part of the dossier of $a and $b.
-- did           events between the two that are said to have happened, to go on, or not to
-- plans         events between the two that are planned, possible or conditional
-- wants_a, wants_b  what that side wants of the other; or of nobody named, in an article that
--               is about the two
-- obstacles, consequences  constraints and consequences that both sides take part in, or that a
--               link joins to a claim between them, or one side in an article about the two
-- reactions     events of others towards both; or towards one, in an article about the two
WITH marked AS ({marked}),
parts AS (
    SELECT 'did' AS part, * FROM marked
    WHERE kind = 'event' AND "between" AND status IN ('happened', 'ongoing', 'negated')
    UNION ALL
    SELECT 'plans', * FROM marked
    WHERE kind = 'event' AND "between" AND status IN ('planned', 'possible', 'conditional')
    UNION ALL
    SELECT 'wants_a', * FROM marked
    WHERE kind = 'want' AND a_acts AND (b_gets OR b_acts OR (alone_a AND joint))
    UNION ALL
    SELECT 'wants_b', * FROM marked
    WHERE kind = 'want' AND b_acts AND (a_gets OR a_acts OR (alone_b AND joint))
    UNION ALL
    SELECT CASE kind WHEN 'constraint' THEN 'obstacles' ELSE 'consequences' END, * FROM marked
    WHERE kind IN ('constraint', 'consequence')
        AND ("between" OR tied OR (joint AND (a_acts OR a_gets OR b_acts OR b_gets)))
    UNION ALL
    SELECT 'reactions', * FROM marked
    WHERE kind = 'event' AND len(actors) > 0 AND NOT a_acts AND NOT b_acts
        AND ((a_gets AND b_gets) OR (joint AND (a_gets OR b_gets)))
)
SELECT
    part,
    day_from, day_to, dated, "time".grain AS grain, kind, type, mode, contexts,
    "trigger"."text" AS "trigger", content."text" AS content, actors, recipients, goods, place,
    status, factuality, voices, sentence."text" AS sentence, section, confidence, links,
    id AS claim, article, title, publisher, url, published
FROM parts
ORDER BY
    part,
    CASE WHEN part = 'did' THEN list_position(['happened', 'ongoing', 'negated'], status) END,
    coalesce(day_from, day_to) NULLS LAST, coalesce(day_to, day_from), added, position
