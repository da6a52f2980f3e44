-- What a report tells as going on is a step of its own in the life of an event, no longer one that
-- happened: such events are made anew.

DELETE FROM linked WHERE article IN (
    SELECT m.article FROM event_claims AS m JOIN events AS e ON e.id = m.event
    WHERE e.status = 'ongoing'
);
