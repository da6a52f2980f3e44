-- A row: an abbreviation by which texts call a party that a lexicon knows, and the party's key.
SELECT DISTINCT short, key FROM (
    SELECT
        regexp_replace(p."text", '^[Tt]he ', '') AS short, p.actor_id AS key, p."name" AS "name"
    FROM (SELECT unnest(list_concat(actors, recipients)) AS p FROM claims)
    WHERE contains(p.actor_id, '.')
)
WHERE regexp_full_match(short, '[A-Z][A-Z0-9-]*[A-Z0-9]') AND short <> "name"
ORDER BY ALL
