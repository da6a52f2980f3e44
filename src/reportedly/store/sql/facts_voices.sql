-- Adds to fact_voices those of the new claims that it lacks, as fact_parties.
INSERT INTO fact_voices
SELECT DISTINCT hash(who) AS key, [who] FROM (
    SELECT voice_of(v) AS who FROM (
        SELECT unnest(coalesce(k.voices, c.voices)) AS v
        FROM claims AS c
        LEFT JOIN identified_claims AS k ON k.article = c.article AND k.position = c.position
        WHERE {fresh}
    )
)
WHERE key NOT IN (SELECT f.key FROM fact_voices AS f)
