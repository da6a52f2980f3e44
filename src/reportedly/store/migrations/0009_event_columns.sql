-- What lists of events are chosen and sorted by, so that they need not open every record.
-- `reportedly link` makes the events anew with them; decisions stay.

ALTER TABLE events ADD COLUMN status VARCHAR;
ALTER TABLE events ADD COLUMN contested BOOLEAN;
ALTER TABLE events ADD COLUMN last_reported VARCHAR;
ALTER TABLE events ADD COLUMN turned VARCHAR;
ALTER TABLE events ADD COLUMN plan VARCHAR;
ALTER TABLE events ADD COLUMN due_to VARCHAR;
COMMENT ON COLUMN events.status IS 'the strongest that some claim supports; null until linked anew';
COMMENT ON COLUMN events.contested IS 'whether some affirm it and others deny it; null until linked anew';
COMMENT ON COLUMN events.last_reported IS 'latest day of publication, ISO 8601; null when no article has one';
COMMENT ON COLUMN events.turned IS 'day of publication of the report by which it last turned from one stage into another; null where it has not, or the day is unknown';
COMMENT ON COLUMN events.plan IS 'what became of what was planned before it happened: kept, denied, cancelled, postponed, open; null where nothing was';
COMMENT ON COLUMN events.due_to IS 'last day for which it was last planned, ISO 8601; null where no text gives one';
DELETE FROM linked;

CREATE TABLE event_judgements (
    number BIGINT PRIMARY KEY,
    made VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    one VARCHAR NOT NULL,
    one_article VARCHAR NOT NULL,
    one_start INTEGER NOT NULL,
    one_end INTEGER NOT NULL,
    other VARCHAR NOT NULL,
    other_article VARCHAR NOT NULL,
    other_start INTEGER NOT NULL,
    other_end INTEGER NOT NULL,
    because VARCHAR
);
COMMENT ON TABLE event_judgements IS 'One row per thing that a person judged of two claims: are they about one occurrence? Rows are added, never changed. The decisions that follow are made anew from them when an article is coded again.';
COMMENT ON COLUMN event_judgements.number IS 'place in the order in which judgements were made, from 1; never null';
COMMENT ON COLUMN event_judgements.made IS 'ISO 8601 time at which it was made; never null';
COMMENT ON COLUMN event_judgements.who IS 'what the person calls themselves; empty when not said; never null';
COMMENT ON COLUMN event_judgements.verdict IS 'same or different; never null';
COMMENT ON COLUMN event_judgements.one IS 'id of a claim as it was judged; another coder may give it another; never null';
COMMENT ON COLUMN event_judgements.one_article IS 'id of its article; never null';
COMMENT ON COLUMN event_judgements.one_start IS 'first code point of its trigger in the article''s text: finds the claim again; never null';
COMMENT ON COLUMN event_judgements.one_end IS 'one past its last code point; never null';
COMMENT ON COLUMN event_judgements.other IS 'as one; never null';
COMMENT ON COLUMN event_judgements.other_article IS 'as one_article; never null';
COMMENT ON COLUMN event_judgements.other_start IS 'as one_start; never null';
COMMENT ON COLUMN event_judgements.other_end IS 'as one_end; never null';
COMMENT ON COLUMN event_judgements.because IS 'why; null when the person did not say';
