-- Which claims of a contested event affirm it and which deny it, and who answers for each: whoever is
-- contradicted is found without opening an event. `reportedly link` keeps it.

CREATE TABLE event_stances (
    event VARCHAR NOT NULL,
    claim VARCHAR NOT NULL,
    denied BOOLEAN NOT NULL,
    holders INTEGER[] NOT NULL
);
COMMENT ON TABLE event_stances IS 'One row per claim that affirms or denies an event which some affirm and others deny. Follows from the events.';
COMMENT ON COLUMN event_stances.event IS 'id of the event; never null';
COMMENT ON COLUMN event_stances.claim IS 'id of the claim; never null';
COMMENT ON COLUMN event_stances.denied IS 'true where the claim denies the event, false where it affirms it; never null';
COMMENT ON COLUMN event_stances.holders IS 'places, from 1, of the innermost voices among those of the claim; empty where the article itself says so; never null';

INSERT INTO event_stances
WITH disagreed AS (
    SELECT id AS event, unnest(from_json(
        json_extract(record, '$.contradictions'),
        '[{"field": "VARCHAR", "values": [{"value": "VARCHAR", "claims": ["VARCHAR"]}]}]'
    )) AS one
    FROM events WHERE contested
),
told AS (SELECT event, unnest(one."values") AS side FROM disagreed WHERE one.field = 'status'),
stood AS (SELECT event, side."value" = 'denied' AS denied, unnest(side.claims) AS claim FROM told)
SELECT s.event, s.claim, s.denied, list_filter(
    list_transform(range(1, len(c.voices) + 1), lambda i: i::INTEGER),
    lambda i: c.voices[i].cue_start = c.voices[-1].cue_start
)
FROM stood AS s
JOIN event_claims AS e ON e.event = s.event AND e.claim = s.claim
JOIN claims AS c ON c.id = s.claim AND c.article = e.article;

CREATE OR REPLACE MACRO folded(word) AS
    CASE WHEN word = upper(word) AND NOT contains(word, ' ') THEN word ELSE lower(word) END;
COMMENT ON MACRO folded IS 'The same for names that differ by case alone: sentences begin with capitals. "US" is not "us".';

-- "She" and "she" are shown as one: who is who is made anew
DELETE FROM identities_made;
