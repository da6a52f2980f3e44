-- A row: one change that a copy among the reports of a chosen event made; one: the change. Events by the
-- day of the first report, their copies in the order of the reports, changes in theirs.
SELECT
    c.event, json_extract_string(e.record, '$.type') AS type, c.outlet, c.article, c.published,
    c.from_outlet, c.from_article, c.one
FROM (
    SELECT *, rowid AS place, unnest(changes) AS one, generate_subscripts(changes, 1) AS number
    FROM event_copies WHERE len(kinds) > 0 AND {where}
) AS c
JOIN events AS e ON e.id = c.event
ORDER BY e.first_reported NULLS LAST, e.id, c.place, c.number
