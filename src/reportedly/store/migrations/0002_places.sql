-- Which place data the coder used; what was stored before does not know.

ALTER TABLE articles ADD COLUMN coder_places VARCHAR;
ALTER TABLE claims ADD COLUMN coder_places VARCHAR;
COMMENT ON COLUMN articles.coder_places IS 'place data and its version; null when an older version coded it';
COMMENT ON COLUMN claims.coder_places IS 'place data and its version; null when an older version coded it';
COMMENT ON COLUMN articles.coder_digest IS 'digest of the six coder columns, nulls left out, 32 hexadecimal digits: equal means the same coding; never null';
