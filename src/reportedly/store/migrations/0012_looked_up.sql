-- Claims are looked up by their ids, and the actors of plans without opening the records of events.

CREATE INDEX claim_facts_id ON claim_facts (id);
CREATE INDEX event_claims_claim ON event_claims (claim);

CREATE TABLE plan_actors (
    event VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL,
    actor_id VARCHAR
);
COMMENT ON TABLE plan_actors IS 'One row per actor of an event that was planned before it happened; see events.plan. Follows from the events.';
COMMENT ON COLUMN plan_actors.event IS 'id of the event; never null';
COMMENT ON COLUMN plan_actors."name" IS 'name of the actor as coded; never null';
COMMENT ON COLUMN plan_actors.actor_id IS 'id of the actor as coded; null where it has none';
INSERT INTO plan_actors
SELECT id, who."name", who.actor_id FROM (
    SELECT id, unnest(from_json(
        json_extract(record, '$.actors'), '[{"name": "VARCHAR", "actor_id": "VARCHAR"}]'
    )) AS who
    FROM events WHERE plan IS NOT NULL
);
