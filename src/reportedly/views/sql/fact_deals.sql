-- A row: one claim × one good in a deal, as in the ledger, over claim_facts.
-- gives, gets  who has or would part with it, who gets or would get it, as terms of a filter
SELECT
    *,
    CASE good.giver WHEN 'actor' THEN acting WHEN 'recipient' THEN getting ELSE [] END AS gives,
    CASE good.receiver WHEN 'actor' THEN acting WHEN 'recipient' THEN getting ELSE [] END AS gets
FROM ({deals})
WHERE act <> 'mention'  -- those whose deal is mentions; told sooner
