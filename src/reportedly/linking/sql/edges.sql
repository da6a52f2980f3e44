-- A row: two of these claims that are the same by their score, or that a person spoke of.
SELECT one, other
FROM decisions
WHERE (("by" = 'score' AND verdict = 'same' AND linker = $linker) OR "by" = 'person')
    AND one IN (SELECT unnest($claims::VARCHAR[]))
    AND other IN (SELECT unnest($claims::VARCHAR[]))
