-- A row: one type of event in one direction between $a and $b that some claims affirm and others
-- deny. Possible and conditional claims do neither.
WITH directed AS (
    SELECT
        *,
        CASE
            WHEN a_acts AND b_acts THEN 'together'
            WHEN a_acts THEN 'a_to_b'
            ELSE 'b_to_a'
        END AS direction,
        status = 'negated' OR factuality IN ('CT-', 'PR-') AS denied,
        status IN ('happened', 'ongoing', 'planned')
            AND factuality NOT IN ('CT-', 'PR-') AS affirmed
    FROM ({marked})
    WHERE kind = 'event' AND "between"
)
SELECT
    type, direction,
    list(id ORDER BY added, position) FILTER (affirmed) AS affirmed,
    list(id ORDER BY added, position) FILTER (denied) AS denied,
    list_sort(list_distinct(coalesce(flatten(
        list(list_transform(voices, lambda v: coalesce(v."name", v."text"))) FILTER (affirmed)
    ), []))) AS affirmed_by,
    list_sort(list_distinct(coalesce(flatten(
        list(list_transform(voices, lambda v: coalesce(v."name", v."text"))) FILTER (denied)
    ), []))) AS denied_by
FROM directed
GROUP BY type, direction
HAVING count(*) FILTER (affirmed) > 0 AND count(*) FILTER (denied) > 0
ORDER BY type, direction
