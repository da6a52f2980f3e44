-- What readers judge of claims: rows of their own, added and never changed.

CREATE TABLE judgements (
    number BIGINT PRIMARY KEY,
    made VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    claim VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    says VARCHAR NOT NULL,
    rather VARCHAR,
    reason VARCHAR,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    sentence VARCHAR NOT NULL,
    coder_version VARCHAR NOT NULL,
    coder_lexicons VARCHAR NOT NULL
);
COMMENT ON TABLE judgements IS 'One row per field of a claim that a reader judged. A later row of the same reader, claim and field takes the place of an earlier one, which stays.';
COMMENT ON COLUMN judgements.number IS 'place in the order in which judgements were made, from 1; never null';
COMMENT ON COLUMN judgements.made IS 'ISO 8601 time at which it was made; never null';
COMMENT ON COLUMN judgements.who IS 'what the reader calls themselves; never null';
COMMENT ON COLUMN judgements.article IS 'id of the article; never null';
COMMENT ON COLUMN judgements.claim IS 'id of the claim as it was judged; another coder may make another; never null';
COMMENT ON COLUMN judgements.field IS 'which part of the claim: claim (is it one at all?), status, type, actors, recipients, goods, amount, sides, time, place, voices, factuality; never null';
COMMENT ON COLUMN judgements.verdict IS 'right, wrong or unsure; never null';
COMMENT ON COLUMN judgements.says IS 'what the record said, in words; empty when it said nothing; never null';
COMMENT ON COLUMN judgements.rather IS 'what it should say; null when the reader did not say';
COMMENT ON COLUMN judgements.reason IS 'why; null when the reader did not say';
COMMENT ON COLUMN judgements.trigger_start IS 'first code point of the claim''s trigger in the article''s text: finds the claim again when the article is coded anew; never null';
COMMENT ON COLUMN judgements.trigger_end IS 'one past its last code point; never null';
COMMENT ON COLUMN judgements.sentence IS 'the sentence that was judged; never null';
COMMENT ON COLUMN judgements.coder_version IS 'version of the coder that made the claim; never null';
COMMENT ON COLUMN judgements.coder_lexicons IS 'digest of its lexicons; never null';
