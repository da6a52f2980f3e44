-- A row: one of these articles and another one that has a key of the kind in common with it.
-- Words also want the two to lie in one span of days or in two that meet, or both to be undated.
SELECT DISTINCT own.article AS one, beside.article AS other
FROM link_keys AS own
JOIN link_keys AS beside
    ON beside.key = own.key AND beside.kind = own.kind AND beside.article <> own.article
    AND abs(beside.span - own.span) <= 1 AND (beside.span = -1) = (own.span = -1)
WHERE own.kind = $kind AND own.article IN (SELECT unnest($ids::VARCHAR[]))
