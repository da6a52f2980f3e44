-- How many of an event's reports and origins tell it and how many deny it, and whether its claims
-- disagree about a day, a place, a number or an amount: lists choose by it. Only what is contested
-- is counted otherwise than before; `reportedly link` makes these events anew.

ALTER TABLE events ADD COLUMN telling INTEGER;
ALTER TABLE events ADD COLUMN denying INTEGER;
ALTER TABLE events ADD COLUMN differs BOOLEAN;
COMMENT ON COLUMN events.origins IS 'how many independent origins the reports have that tell it; where all deny it, those; never null';
COMMENT ON COLUMN events.telling IS 'how many reports tell it; null, as many as reports, until linked anew';
COMMENT ON COLUMN events.denying IS 'how many origins the reports have that deny what others tell; null, none, until linked anew';
COMMENT ON COLUMN events.differs IS 'whether its claims disagree about a day, a place, a number or an amount; null until linked anew';
UPDATE events SET differs = true WHERE id IN (
    SELECT id FROM events
    WHERE record LIKE '%"contradictions":[{%' AND len(list_filter(
        from_json(json_extract(record, '$.contradictions'), '[{"field": "VARCHAR"}]'),
        lambda c: c.field <> 'status'
    )) > 0
);
DELETE FROM linked WHERE article IN (
    SELECT m.article FROM event_claims AS m JOIN events AS e ON e.id = m.event WHERE e.contested
);
