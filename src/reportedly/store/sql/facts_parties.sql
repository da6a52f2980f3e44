-- Adds to fact_parties those of the new claims that it lacks. One whom no claim names any more stays:
-- nothing is found by it.
INSERT INTO fact_parties
SELECT DISTINCT hash(who) AS key, [who] FROM (
    SELECT party_of(p) AS who FROM (
        SELECT unnest(list_concat(coalesce(k.actors, c.actors), coalesce(k.recipients, c.recipients)))
            AS p
        FROM claims AS c
        LEFT JOIN identified_claims AS k ON k.article = c.article AND k.position = c.position
        WHERE {fresh}
    )
)
WHERE key NOT IN (SELECT f.key FROM fact_parties AS f)
