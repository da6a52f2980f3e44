-- Copies among the reports of an event, with what each changed: a list of them need not open every
-- event. `reportedly link` fills it.

CREATE TABLE event_copies (
    event VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    outlet VARCHAR,
    published VARCHAR,
    from_article VARCHAR NOT NULL,
    from_outlet VARCHAR,
    reason VARCHAR NOT NULL,
    "share" DOUBLE,
    kinds VARCHAR[] NOT NULL,
    changes STRUCT(
        change VARCHAR, was VARCHAR, now VARCHAR, claim VARCHAR, from_claim VARCHAR
    )[] NOT NULL
);
COMMENT ON TABLE event_copies IS 'One row per event and article that tells of it as a copy of another. Follows from the events.';
COMMENT ON COLUMN event_copies.event IS 'id of the event; never null';
COMMENT ON COLUMN event_copies.article IS 'id of the copy; never null';
COMMENT ON COLUMN event_copies.outlet IS 'of the copy, as it is counted; null when unknown';
COMMENT ON COLUMN event_copies.published IS 'of the copy, ISO 8601; null when unknown';
COMMENT ON COLUMN event_copies.from_article IS 'id of the article that it copies; never null';
COMMENT ON COLUMN event_copies.from_outlet IS 'outlet of that; null when unknown';
COMMENT ON COLUMN event_copies.reason IS 'how it is known as a copy, in words; never null';
COMMENT ON COLUMN event_copies."share" IS 'how much of the shorter one''s words both have, 0.0 to 1.0; null when not compared';
COMMENT ON COLUMN event_copies.kinds IS 'what it changed, one word a change, in the order of changes; empty when nothing; never null';
COMMENT ON COLUMN event_copies.changes IS 'each change of a claim: its kind, from what to what in words, and the ids of both claims, null where the one has none; empty when nothing; never null';

-- events are made anew, with their copies
DELETE FROM linked;
