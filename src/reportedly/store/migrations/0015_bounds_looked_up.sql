-- The index that 0014 had to take away.

CREATE INDEX claims_added ON claims (added);
