-- No event rests on a claim that a reader judged to be none: the events of such claims are made anew.

DELETE FROM linked WHERE article IN (
    SELECT article FROM judgements WHERE field = 'claim' AND verdict = 'wrong'
);
COMMENT ON COLUMN events.origins IS 'independent origins of the reports that tell it; 0 where a person judged that none of its claims is one; never null';

-- Of a denial who denies answers for it, no longer whom it cites ("Oslo rejected Togo's claim that …").
DELETE FROM linked WHERE article IN (
    SELECT article FROM claims WHERE len(voices) > 1 AND (status = 'negated' OR factuality IN ('CT-', 'PR-'))
);
COMMENT ON TABLE event_stances IS 'One row per claim that affirms or denies an event which some affirm and others deny, and two per claim that denies what it cites somebody as telling. Follows from the events.';
COMMENT ON COLUMN event_stances.holders IS 'places, from 1, of the voices that answer for it among those of the claim: the innermost, of a denial those who deny, of what is denied whom the denial cites; empty where the article itself says so; never null';
