-- A row: one claim, with the part that each side of the dyad a, b has in it: $a_keys are the keys in
-- fact_parties of those whom a names.
-- between   the two act on each other, or together
-- joint     its article holds such a claim
-- about     of the events of its article that join two parties, half or more are of these two
-- main      two or more, and a sixth of those events: the two are among those whom it is about
-- near      a sixth of those events, be it one alone
-- tied      a link joins it to such a claim, one way or the other
-- alone_a, alone_b  that side acts, and the text names nobody whom it acts upon
-- asked     it stands in a question: nobody says that it is so
WITH sided AS (
    SELECT
        * EXCLUDE (acting, getting),
        list_has_any(acting, $a_keys::UBIGINT[]) AS a_acts,
        list_has_any(getting, $a_keys::UBIGINT[]) AS a_gets,
        list_has_any(acting, $b_keys::UBIGINT[]) AS b_acts,
        list_has_any(getting, $b_keys::UBIGINT[]) AS b_gets
    FROM (SELECT *, keys_of(actors) AS acting, keys_of(recipients) AS getting FROM ({chosen}))
),
paired AS (
    SELECT
        *,
        (a_acts AND b_gets) OR (b_acts AND a_gets) OR (a_acts AND b_acts) AS "between",
        kind = 'event' AND len(actors) > 0 AND len(actors) + len(recipients) > 1 AS joins_two,
        section = 'faq_question'
            OR regexp_matches(sentence."text", '\?[^[:alnum:]]*$') AS asked
    FROM sided
),
linked AS (
    SELECT article, id, "between", unnest(links).claim AS other FROM paired WHERE len(links) > 0
),
knots AS (
    SELECT article, other AS id FROM linked WHERE "between"
    UNION
    SELECT l.article, l.id FROM linked AS l
    JOIN paired AS p ON p.article = l.article AND p.id = l.other AND p."between"
),
pages AS (
    SELECT
        article,
        count(*) FILTER (kind = 'event' AND "between") AS mine,
        count(*) FILTER (joins_two) AS every
    FROM paired
    GROUP BY article
    HAVING bool_or("between")
)
SELECT
    p.*,
    g.article IS NOT NULL AS joint,
    coalesce(2 * g.mine >= g.every, false) AS about,
    coalesce(2 * g.mine >= g.every OR (g.mine > 1 AND 6 * g.mine >= g.every), false) AS main,
    coalesce(6 * g.mine >= g.every, false) AS near,
    (p.article, p.id) IN (SELECT (article, id) FROM knots) AS tied,
    p.a_acts AND len(p.recipients) = 0 AS alone_a,
    p.b_acts AND len(p.recipients) = 0 AS alone_b
FROM paired AS p
LEFT JOIN pages AS g ON g.article = p.article
