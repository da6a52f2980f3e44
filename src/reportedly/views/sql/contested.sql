-- A row: one chosen event whose claims disagree, with what each of them says and who tells it.
SELECT
    e.record,
    list({
        'claim': c.id, 'voices': coalesce(k.voices, c.voices), 'sentence': c.sentence."text", 'article': a.id,
        'title': a.title, 'publisher': a.publisher, 'url': a.url, 'published': a.published_value
    } ORDER BY a.published_value NULLS LAST, a.added, c.position) AS told
FROM ({events}) AS e
JOIN event_claims AS m ON m.event = e.id
JOIN claims AS c ON c.id = m.claim AND c.article = m.article
JOIN articles AS a ON a.id = c.article
LEFT JOIN identified_claims AS k ON k.article = c.article AND k.position = c.position
WHERE json_array_length(e.record, '$.contradictions') > 0
GROUP BY e.id, e.record, e.first_reported
ORDER BY e.first_reported NULLS LAST, e.id
