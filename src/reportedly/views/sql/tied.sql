-- A row: one way in which claims are made about the same sides × one tie that it is in: actor towards
-- recipient, by quad class and status. Over what claim_facts counts; columns of `ways`, and these.
SELECT * EXCLUDE (getting)
FROM (
    SELECT *, unnest(getting) AS recipient
    FROM (
        SELECT
            w.*, unnest(s.acting) AS actor, s.getting, m.quad, m.status,
            m.voiced <> 'none' AS alleged
        FROM ways AS w
        JOIN fact_sides AS s ON s.id = w.sides
        JOIN fact_manners AS m ON m.id = w.manner
        WHERE m.kind = 'event' AND len(s.acting) > 0 AND len(s.getting) > 0
    )
)
WHERE actor <> recipient
