-- A row: one chosen event, with the words of one of its claims: the first with the event's status,
-- a headline last, by day of publication, then in text order. By the first day that the texts give,
-- else by that of the first report.
SELECT
    e.record, c.confidence, c.sentence."text" AS sentence, c.section, c.id AS claim,
    a.id AS article, a.title, a.publisher, a.url
FROM ({events}) AS e
JOIN event_claims AS m ON m.event = e.id
JOIN claims AS c ON c.id = m.claim AND c.article = m.article
JOIN articles AS a ON a.id = c.article
QUALIFY row_number() OVER (
    PARTITION BY e.id
    ORDER BY
        c.status <> json_extract_string(e.record, '$.status'),
        c.section = 'headline', a.published_value NULLS LAST, a.added, c.position
) = 1
ORDER BY
    coalesce(
        json_extract_string(e.record, '$.time.start'), json_extract_string(e.record, '$.time.end'),
        e.first_reported
    ) NULLS LAST,
    e.first_reported NULLS LAST, e.id
