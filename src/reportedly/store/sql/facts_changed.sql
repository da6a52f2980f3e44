-- Takes out of claim_facts the claims of articles in which somebody is shown otherwise than before.
DELETE FROM claim_facts WHERE added IN (
    SELECT added FROM articles WHERE id IN (
        SELECT article FROM (FROM shown_before EXCEPT FROM identified_claims)
        UNION SELECT article FROM (FROM identified_claims EXCEPT FROM shown_before)
    )
)
