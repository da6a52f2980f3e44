-- A row: one claim, placed in time; what the text dates and what only its publication dates
-- stand in one order, told apart by dated.
SELECT
    day_from, day_to, dated, date_basis, "time".grain AS grain, kind, type, mode, contexts,
    "trigger"."text" AS "trigger", content."text" AS content, actors, recipients, goods, place,
    status, factuality, voices, sentence."text" AS sentence, section, confidence, links,
    id AS claim, article, title, publisher, url, published
FROM ({chosen})
ORDER BY coalesce(day_from, day_to) NULLS LAST, coalesce(day_to, day_from), added, position
