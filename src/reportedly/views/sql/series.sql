-- A row: one stretch of time × one value of what the claims are split by, with how many begin in
-- it. Days as in spans.
SELECT
    date_trunc($grain, try_cast(coalesce(day_from, day_to) AS DATE))::DATE::VARCHAR AS span,
    CASE $split
        WHEN 'status' THEN status
        WHEN 'kind' THEN kind
        WHEN 'type' THEN coalesce(type, kind)
        WHEN 'outlet' THEN coalesce(publisher, 'not known')
        WHEN 'voiced' THEN CASE
            WHEN len(voices) = 0 THEN 'none'
            WHEN len(list_filter(voices, lambda v: v."named")) > 0 THEN 'named'
            ELSE 'unnamed'
        END
    END AS value,
    count(*) AS claims
FROM ({chosen})
WHERE try_cast(coalesce(day_from, day_to) AS DATE) IS NOT NULL
GROUP BY ALL
ORDER BY span, value
