-- What was given to `add`, each time that it was read: how fresh a feed is, and whether it fails.

CREATE TABLE readings (
    number BIGINT PRIMARY KEY,
    source VARCHAR NOT NULL,
    made VARCHAR NOT NULL,
    found INTEGER NOT NULL,
    fresh INTEGER NOT NULL,
    problems INTEGER NOT NULL,
    newest VARCHAR,
    message VARCHAR
);
COMMENT ON TABLE readings IS 'One row per reading of a source: a feed, an archive, an address, a file, a folder. Rows are added, never changed.';
COMMENT ON COLUMN readings.number IS 'place in the order in which they were made, from 1; never null';
COMMENT ON COLUMN readings.source IS 'as it was given: an address, a path, a folder, a pattern, - for standard input; never null';
COMMENT ON COLUMN readings.made IS 'ISO 8601 time at which it was read; never null';
COMMENT ON COLUMN readings.found IS 'how many articles it held; never null';
COMMENT ON COLUMN readings.fresh IS 'how many of them the store did not have from the same coder; never null';
COMMENT ON COLUMN readings.problems IS 'how many of its inputs could not be read; never null';
COMMENT ON COLUMN readings.newest IS 'last day of publication among its articles, ISO 8601; null when none has one';
COMMENT ON COLUMN readings.message IS 'the last problem, in words; null without one';
