-- Events: which claims are about one occurrence, why, and where each report has it from.
-- What a person or a score decided is never changed or deleted; events are made from it anew.

CREATE TABLE linked (
    article VARCHAR PRIMARY KEY,
    coder_digest VARCHAR NOT NULL,
    linker VARCHAR NOT NULL
);
COMMENT ON TABLE linked IS 'One row per article whose claims have been linked; what is missing here is not in any event yet.';
COMMENT ON COLUMN linked.article IS 'id of the article; never null';
COMMENT ON COLUMN linked.coder_digest IS 'of the article when it was linked: another one means that it has been coded anew; never null';
COMMENT ON COLUMN linked.linker IS 'digest of the points and tables of linking; never null';

CREATE TABLE link_keys (
    article VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    span INTEGER NOT NULL,
    key BIGINT NOT NULL
);
COMMENT ON TABLE link_keys IS 'What articles are found by: two that share enough of them are compared.';
COMMENT ON COLUMN link_keys.article IS 'id of the article; never null';
COMMENT ON COLUMN link_keys.kind IS 'words: two of its heaviest; dated: a day and parties of a claim; copy: a sentence; never null';
COMMENT ON COLUMN link_keys.span IS 'span of days for words, -1 for an undated article; 0 elsewhere; never null';
COMMENT ON COLUMN link_keys.key IS 'digest; never null';

CREATE TABLE copies (
    one VARCHAR NOT NULL,
    other VARCHAR NOT NULL,
    share DOUBLE NOT NULL,
    PRIMARY KEY (one, other)
);
COMMENT ON TABLE copies IS 'One row per two articles of which one copies the other, whichever that is.';
COMMENT ON COLUMN copies.one IS 'id of the article that sorts first; never null';
COMMENT ON COLUMN copies.other IS 'id of the other article; never null';
COMMENT ON COLUMN copies.share IS 'how much of the shorter text stands in the other, 0.0 to 1.0; never null';

CREATE SEQUENCE decision_numbers;
CREATE TABLE decisions (
    number BIGINT PRIMARY KEY DEFAULT nextval('decision_numbers'),
    one VARCHAR NOT NULL,
    other VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    reasons STRUCT(what VARCHAR, points DOUBLE)[] NOT NULL,
    "by" VARCHAR NOT NULL,
    linker VARCHAR,
    made VARCHAR
);
COMMENT ON TABLE decisions IS 'Whether two claims are about one occurrence, and why. Rows are added, never changed; of two on a pair the later counts. Pairs that are not here are different.';
COMMENT ON COLUMN decisions.number IS 'place in the order in which they were made; never null';
COMMENT ON COLUMN decisions.one IS 'id of the claim that sorts first; never null';
COMMENT ON COLUMN decisions.other IS 'id of the other claim; never null';
COMMENT ON COLUMN decisions.verdict IS 'same, unsure or different; never null';
COMMENT ON COLUMN decisions.score IS 'sum of the points; 0 where a person decided; never null';
COMMENT ON COLUMN decisions.reasons IS 'what the points are for; empty where a person decided; never null';
COMMENT ON COLUMN decisions."by" IS 'score or person; never null';
COMMENT ON COLUMN decisions.linker IS 'digest of the points and tables that were in use; null where a person decided';
COMMENT ON COLUMN decisions.made IS 'ISO 8601; null where a score decided: the same articles give the same rows';

CREATE TABLE events (
    id VARCHAR PRIMARY KEY,
    first_claim VARCHAR NOT NULL,
    first_reported VARCHAR,
    reports INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    record VARCHAR NOT NULL
);
COMMENT ON TABLE events IS 'One row per event, made from claims and decisions.';
COMMENT ON COLUMN events.id IS 'digest of the earliest claim; never null';
COMMENT ON COLUMN events.first_claim IS 'id of the earliest claim; never null';
COMMENT ON COLUMN events.first_reported IS 'earliest day of publication, ISO 8601; null when no article has one';
COMMENT ON COLUMN events.reports IS 'how many articles tell it, a page at two addresses once; never null';
COMMENT ON COLUMN events.origins IS 'how many independent origins they have; never null';
COMMENT ON COLUMN events.record IS 'the event as JSON, as docs/records.md has it; never null';

CREATE TABLE event_claims (
    event VARCHAR NOT NULL,
    claim VARCHAR NOT NULL,
    article VARCHAR NOT NULL
);
COMMENT ON TABLE event_claims IS 'Which claims an event has: every claim of kind event is in one, those of comments apart.';
COMMENT ON COLUMN event_claims.event IS 'id of the event; never null';
COMMENT ON COLUMN event_claims.claim IS 'id of the claim; never null';
COMMENT ON COLUMN event_claims.article IS 'id of its article; never null';
