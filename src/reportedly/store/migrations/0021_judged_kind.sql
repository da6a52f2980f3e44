-- What kind of claim was judged, and of what type: with the trigger this finds the claim again where
-- the article was coded anew. Rows of older programs get it where their claim is still there.

ALTER TABLE judgements ADD COLUMN kind VARCHAR;
ALTER TABLE judgements ADD COLUMN "type" VARCHAR;
UPDATE judgements SET kind = c.kind, "type" = c."type" FROM claims AS c WHERE c.id = judgements.claim;
COMMENT ON COLUMN judgements.kind IS 'kind of the claim as it was judged; null where an older program kept the row and the claim had gone';
COMMENT ON COLUMN judgements."type" IS 'its PLOVER type; null where it had none, or kind is null';
