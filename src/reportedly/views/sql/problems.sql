-- A row: one step × one message, with the inputs that it happened to.
SELECT
    step, message, count(*) AS inputs, list(source ORDER BY source) AS sources
FROM problems
GROUP BY step, message
ORDER BY inputs DESC, step, message
