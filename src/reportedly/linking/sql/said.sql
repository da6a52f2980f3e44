-- A row: two of these claims and what a person last said of them.
SELECT one, other, arg_max(verdict, number) AS verdict
FROM decisions
WHERE "by" = 'person'
    AND one IN (SELECT unnest($claims::VARCHAR[]))
    AND other IN (SELECT unnest($claims::VARCHAR[]))
GROUP BY one, other
ORDER BY one, other
