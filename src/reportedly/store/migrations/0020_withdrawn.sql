-- A reader may take a judgement back: a row more, as every judgement is. Programs that do not know the
-- word cannot read such a row, so the store says that it is newer.

COMMENT ON TABLE judgements IS 'One row per field of a claim that a reader judged, or withdrew. A later row of the same reader, claim and field takes the place of an earlier one, which stays.';
COMMENT ON COLUMN judgements.verdict IS 'right, wrong or unsure; withdrawn: what the reader said before of this field counts no more; never null';
