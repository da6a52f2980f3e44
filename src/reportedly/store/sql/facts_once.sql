-- Adds to {table} what the new claims have and it lacks.
INSERT INTO {table}
SELECT (SELECT coalesce(max(t.id), 0) FROM {table} AS t) + row_number() OVER (ORDER BY first), key,
    unnest(value)
FROM (
    SELECT {column}_key AS key, any_value({column}) AS value, min(number) AS first
    FROM fresh_facts
    WHERE {column}_key IS NOT NULL AND {column}_key NOT IN (SELECT t.key FROM {table} AS t)
    GROUP BY key
)
