-- What repeats in claim_facts is kept once, and a claim has its number: a million claims are then
-- counted and chosen by whole numbers, and words are looked at once for all claims that share them.

DROP TABLE claim_facts;

-- the claims of a page lie far apart: they are looked up, not searched for
CREATE INDEX claims_added ON claims (added);

CREATE TABLE fact_manners (
    id INTEGER NOT NULL,
    key UBIGINT NOT NULL,
    section VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    type VARCHAR,
    mode VARCHAR,
    quad INTEGER,
    status VARCHAR NOT NULL,
    factuality VARCHAR NOT NULL,
    dated VARCHAR,
    voiced VARCHAR NOT NULL
);
COMMENT ON TABLE fact_manners IS 'One row per way in which claims are made. Follows from the claims; one that no claim has any more stays: nothing is found by it.';
COMMENT ON COLUMN fact_manners.id IS 'number by which claims have it; never null';
COMMENT ON COLUMN fact_manners.key IS 'digest of the columns that follow; never null';
COMMENT ON COLUMN fact_manners.section IS 'as of the claim; never null';
COMMENT ON COLUMN fact_manners.kind IS 'as of the claim; never null';
COMMENT ON COLUMN fact_manners.type IS 'as of the claim';
COMMENT ON COLUMN fact_manners.mode IS 'as of the claim';
COMMENT ON COLUMN fact_manners.quad IS 'as of the claim';
COMMENT ON COLUMN fact_manners.status IS 'as of the claim; never null';
COMMENT ON COLUMN fact_manners.factuality IS 'as of the claim; never null';
COMMENT ON COLUMN fact_manners.dated IS 'claim when the text gives the days; published when they are only the day of publication; null when neither is known';
COMMENT ON COLUMN fact_manners.voiced IS 'none: the article itself says so; named: a voice with a name; unnamed: only voices without; never null';

CREATE TABLE fact_sides (
    id INTEGER NOT NULL,
    key UBIGINT NOT NULL,
    actors UBIGINT[] NOT NULL,
    recipients UBIGINT[] NOT NULL,
    acting VARCHAR[] NOT NULL,
    getting VARCHAR[] NOT NULL,
    parties VARCHAR[] NOT NULL
);
COMMENT ON TABLE fact_sides IS 'One row per actors and recipients that stand in one claim, as fact_manners.';
COMMENT ON COLUMN fact_sides.id IS 'number by which claims have them; never null';
COMMENT ON COLUMN fact_sides.key IS 'digest; never null';
COMMENT ON COLUMN fact_sides.actors IS 'keys in fact_parties, in the order of the claim; empty when there is none; never null';
COMMENT ON COLUMN fact_sides.recipients IS 'keys in fact_parties, in the order of the claim; empty when there is none; never null';
COMMENT ON COLUMN fact_sides.acting IS 'actors as terms of a filter, each once: a country''s code, else =Name; never null';
COMMENT ON COLUMN fact_sides.getting IS 'recipients, as acting; never null';
COMMENT ON COLUMN fact_sides.parties IS 'actors and recipients, as acting; never null';

CREATE TABLE fact_speech (
    id INTEGER NOT NULL,
    key UBIGINT NOT NULL,
    voices UBIGINT[] NOT NULL,
    speakers VARCHAR[] NOT NULL
);
COMMENT ON TABLE fact_speech IS 'One row per voices that stand in one claim, as fact_manners.';
COMMENT ON COLUMN fact_speech.id IS 'number by which claims have them; never null';
COMMENT ON COLUMN fact_speech.key IS 'digest; never null';
COMMENT ON COLUMN fact_speech.voices IS 'keys in fact_voices, in the order of the claim; empty when there is none; never null';
COMMENT ON COLUMN fact_speech.speakers IS 'names of the voices, else the words for them, each once; never null';

CREATE TABLE fact_goods (
    id INTEGER NOT NULL,
    key UBIGINT NOT NULL,
    categories VARCHAR[] NOT NULL,
    goods STRUCT(category VARCHAR, giver VARCHAR, receiver VARCHAR)[] NOT NULL
);
COMMENT ON TABLE fact_goods IS 'One row per goods that stand in one claim, as fact_manners.';
COMMENT ON COLUMN fact_goods.id IS 'number by which claims have them; never null';
COMMENT ON COLUMN fact_goods.key IS 'digest; never null';
COMMENT ON COLUMN fact_goods.categories IS 'categories of the goods, each once; never null';
COMMENT ON COLUMN fact_goods.goods IS 'as of the claim, in its order; empty when none is named; never null';

CREATE TABLE fact_places (
    id INTEGER NOT NULL,
    key UBIGINT NOT NULL,
    place VARCHAR NOT NULL,
    place_name VARCHAR NOT NULL,
    geonames_id BIGINT,
    country VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE
);
COMMENT ON TABLE fact_places IS 'One row per place of a claim, as fact_manners.';
COMMENT ON COLUMN fact_places.id IS 'number by which claims have it; never null';
COMMENT ON COLUMN fact_places.key IS 'digest; never null';
COMMENT ON COLUMN fact_places.place IS 'the place as term of a filter: its geonames_id, else =Name; never null';
COMMENT ON COLUMN fact_places.place_name IS 'name of the place; never null';
COMMENT ON COLUMN fact_places.geonames_id IS 'of the place; null when not known';
COMMENT ON COLUMN fact_places.country IS 'of the place; null when not known';
COMMENT ON COLUMN fact_places.latitude IS 'of the place; null when not known';
COMMENT ON COLUMN fact_places.longitude IS 'of the place; null when not known';

CREATE TABLE fact_outlets (
    id INTEGER NOT NULL,
    key UBIGINT NOT NULL,
    publisher VARCHAR
);
COMMENT ON TABLE fact_outlets IS 'One row per outlet of an article, as fact_manners.';
COMMENT ON COLUMN fact_outlets.id IS 'number by which claims have it; never null';
COMMENT ON COLUMN fact_outlets.key IS 'digest; never null';
COMMENT ON COLUMN fact_outlets.publisher IS 'outlet of the article; null when unknown';

CREATE TABLE claim_facts (
    number BIGINT NOT NULL,
    added INTEGER NOT NULL,
    position INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    manner INTEGER NOT NULL,
    sides INTEGER NOT NULL,
    speech INTEGER NOT NULL,
    wares INTEGER NOT NULL,
    place INTEGER,
    outlet INTEGER NOT NULL,
    confidence DOUBLE NOT NULL,
    published VARCHAR,
    day_from VARCHAR,
    day_to VARCHAR,
    "day" DATE
);
COMMENT ON TABLE claim_facts IS 'One row per claim: what screens count and choose by. Follows from the claims, their articles and who is who; made anew where those change.';
COMMENT ON COLUMN claim_facts.number IS 'added * 1048576 + position: the order in which claims came in; never null';
COMMENT ON COLUMN claim_facts.added IS 'articles.added of its article; never null';
COMMENT ON COLUMN claim_facts.position IS 'claims.position; never null';
COMMENT ON COLUMN claim_facts.id IS 'id of the claim; never null';
COMMENT ON COLUMN claim_facts.manner IS 'id in fact_manners; never null';
COMMENT ON COLUMN claim_facts.sides IS 'id in fact_sides; never null';
COMMENT ON COLUMN claim_facts.speech IS 'id in fact_speech; never null';
COMMENT ON COLUMN claim_facts.wares IS 'id in fact_goods; never null';
COMMENT ON COLUMN claim_facts.place IS 'id in fact_places; null when there is none';
COMMENT ON COLUMN claim_facts.outlet IS 'id in fact_outlets; never null';
COMMENT ON COLUMN claim_facts.confidence IS 'as of the claim; never null';
COMMENT ON COLUMN claim_facts.published IS 'day of publication, ISO 8601; null when unknown';
COMMENT ON COLUMN claim_facts.day_from IS 'first day, ISO 8601; null on an open side';
COMMENT ON COLUMN claim_facts.day_to IS 'last day, ISO 8601; null on an open side';
COMMENT ON COLUMN claim_facts."day" IS 'the day on which it begins, or ends where only that is known; null when neither is';

CREATE OR REPLACE MACRO keys_of(people) AS list_transform(people, lambda p: hash(party_of(p)));
COMMENT ON MACRO keys_of IS 'The keys in fact_parties of actors or recipients.';

DELETE FROM identities_made;
