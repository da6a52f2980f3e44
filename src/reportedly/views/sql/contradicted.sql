-- A row: one of the chosen claims that affirm an event ({claim}; null: all of an event as one) × one
-- innermost voice that says so × whoever else denies the event. voice is the voice's key in
-- fact_voices, said its name without regard to case; against: the name of who denies it, of an outlet
-- where that does so itself, "(not named)" where none is known. $pronouns: words whose bearers are not
-- known; they may be anybody, so nobody else. {chosen_stood}: the chosen claims among stood.
WITH stood AS MATERIALIZED (
    SELECT f.*, s.event, s.denied, list_transform(s.holders, lambda h: p.voices[h]) AS answering
    FROM event_stances AS s
    JOIN claim_facts AS f ON f.id = s.claim
    JOIN fact_speech AS p ON p.id = f.speech
    WHERE s.denied OR len(s.holders) > 0
),
known AS MATERIALIZED (
    SELECT
        key, coalesce(who[1]."name", who[1]."text") AS "name", who[1]."named" AS "named"
    FROM fact_voices
),
affirming AS (
    SELECT DISTINCT a.voice, folded(k."name") AS said, a.event, a.claim
    FROM (
        SELECT unnest(answering) AS voice, event, {claim} AS claim
        FROM ({chosen_stood}) WHERE NOT denied
    ) AS a
    JOIN known AS k ON k.key = a.voice
    WHERE k."name" IS NOT NULL
),
denying AS (
    SELECT DISTINCT d.event, folded(k."name") AS said, coalesce(
        CASE WHEN d.voice IS NULL THEN o.publisher ELSE k."name" END, '(not named)'
    ) AS against
    FROM (
        SELECT
            unnest(CASE WHEN len(answering) = 0 THEN [NULL] ELSE answering END) AS voice,
            event, outlet
        FROM stood WHERE denied
    ) AS d
    LEFT JOIN known AS k ON k.key = d.voice
    JOIN fact_outlets AS o ON o.id = d.outlet
    WHERE coalesce(k."named", true) OR NOT list_contains($pronouns, lower(k."name"))
        OR k."name" IS NULL
)
SELECT a.voice, a.said, a.event, a.claim, d.against
FROM affirming AS a
JOIN denying AS d ON d.event = a.event AND d.said IS DISTINCT FROM a.said
