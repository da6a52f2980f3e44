-- The text's own word for an event, and the entries that made a claim of it: lists show it, and need not
-- look for the claim. `reportedly link` keeps it.

ALTER TABLE events ADD COLUMN word VARCHAR;
ALTER TABLE events ADD COLUMN word_rules VARCHAR;
COMMENT ON COLUMN events.word IS 'trigger of the claim that tells the event as its status has it; null where the store no longer has that claim';
COMMENT ON COLUMN events.word_rules IS 'ids of the lexicon entries that fired for that claim, joined by spaces; null with word';

UPDATE events SET word = told.word, word_rules = told.rules FROM (
    WITH read AS (
        SELECT id, first_claim, from_json(record, '{
            "status": "VARCHAR",
            "history": [{"status": "VARCHAR", "claim": "VARCHAR"}],
            "contradictions": [{"field": "VARCHAR", "values": [{"value": "VARCHAR", "claims": ["VARCHAR"]}]}]
        }') AS one
        FROM events
    ),
    telling AS (
        SELECT id, coalesce(
            list_filter(one.history, lambda s: list_contains(CASE one.status
                WHEN 'happened' THEN ['happened']
                WHEN 'planned' THEN ['announced', 'planned']
                WHEN 'negated' THEN ['denied', 'cancelled']
                ELSE [] END, s.status))[1].claim,
            list_filter(
                list_filter(one.contradictions, lambda c: c.field = 'status')[1]."values",
                lambda v: v."value" = 'affirmed'
            )[1].claims[1],
            first_claim
        ) AS claim
        FROM read
    )
    SELECT t.id, c."trigger"."text" AS word, array_to_string(c.rules, ' ') AS rules
    FROM telling AS t JOIN claims AS c ON c.id = t.claim
) AS told
WHERE told.id = events.id;
