-- A row: one field of claims, with how many readers' last judgements say right, wrong or unsure.
-- A reader's later judgement of the same field of the same claim takes the place of an earlier one;
-- what was withdrawn last was not judged.
WITH last AS (
    SELECT * FROM judgements
    QUALIFY row_number() OVER (
        PARTITION BY who, article, claim, field ORDER BY number DESC
    ) = 1
)
SELECT
    field,
    count(*) FILTER (verdict = 'right') AS "right",
    count(*) FILTER (verdict = 'wrong') AS wrong,
    count(*) FILTER (verdict = 'unsure') AS unsure,
    count(DISTINCT (article, claim)) AS claims,
    count(DISTINCT who) AS readers
FROM last
WHERE verdict <> 'withdrawn'
GROUP BY field
ORDER BY field
