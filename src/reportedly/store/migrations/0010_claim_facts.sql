-- What the desk counts and chooses by, beside the claims: numbers and words where those have
-- records and lists of records. A million claims are counted without opening one of them.

-- Claims know their article by its number, too: rows of one page lie together, and are found so.
ALTER TABLE claims ADD COLUMN added BIGINT;
UPDATE claims SET added = a.added FROM articles AS a WHERE a.id = claims.article;
COMMENT ON COLUMN claims.added IS 'articles.added of its article, which every claim has';

CREATE TABLE fact_parties (
    key UBIGINT NOT NULL,
    who STRUCT("name" VARCHAR, country VARCHAR, "role" VARCHAR, actor_id VARCHAR)[] NOT NULL
);
COMMENT ON TABLE fact_parties IS 'One row per party as views show it: what a filter looks into. Follows from the claims.';
COMMENT ON COLUMN fact_parties.key IS 'digest of the party; never null';
COMMENT ON COLUMN fact_parties.who IS 'a list of this party alone; role is national or null; never null';

CREATE TABLE fact_voices (
    key UBIGINT NOT NULL,
    who STRUCT("name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, "named" BOOLEAN)[]
        NOT NULL
);
COMMENT ON TABLE fact_voices IS 'One row per voice as views show it: what a filter looks into. Follows from the claims.';
COMMENT ON COLUMN fact_voices.key IS 'digest of the voice; never null';
COMMENT ON COLUMN fact_voices.who IS 'a list of this voice alone; text is null where it has a name; never null';

CREATE TABLE claim_facts (
    number BIGINT NOT NULL,
    added BIGINT NOT NULL,
    position INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    section VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    type VARCHAR,
    mode VARCHAR,
    quad INTEGER,
    status VARCHAR NOT NULL,
    factuality VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    publisher VARCHAR,
    published VARCHAR,
    dated VARCHAR,
    day_from VARCHAR,
    day_to VARCHAR,
    "day" DATE,
    voiced VARCHAR NOT NULL,
    actors UBIGINT[] NOT NULL,
    recipients UBIGINT[] NOT NULL,
    voices UBIGINT[] NOT NULL,
    acting VARCHAR[] NOT NULL,
    getting VARCHAR[] NOT NULL,
    parties VARCHAR[] NOT NULL,
    speakers VARCHAR[] NOT NULL,
    categories VARCHAR[] NOT NULL,
    goods STRUCT(category VARCHAR, giver VARCHAR, receiver VARCHAR)[] NOT NULL,
    place VARCHAR,
    place_name VARCHAR,
    geonames_id BIGINT,
    country VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE
);
COMMENT ON TABLE claim_facts IS 'One row per claim: what screens count and choose by. Follows from the claims, their articles and who is who; made anew where those change.';
COMMENT ON COLUMN claim_facts.number IS 'added * 1048576 + position: the order in which claims came in; never null';
COMMENT ON COLUMN claim_facts.added IS 'articles.added of its article; never null';
COMMENT ON COLUMN claim_facts.position IS 'claims.position; never null';
COMMENT ON COLUMN claim_facts.id IS 'id of the claim; never null';
COMMENT ON COLUMN claim_facts.section IS 'as of the claim; never null';
COMMENT ON COLUMN claim_facts.kind IS 'as of the claim; never null';
COMMENT ON COLUMN claim_facts.type IS 'as of the claim';
COMMENT ON COLUMN claim_facts.mode IS 'as of the claim';
COMMENT ON COLUMN claim_facts.quad IS 'as of the claim';
COMMENT ON COLUMN claim_facts.status IS 'as of the claim; never null';
COMMENT ON COLUMN claim_facts.factuality IS 'as of the claim; never null';
COMMENT ON COLUMN claim_facts.confidence IS 'as of the claim; never null';
COMMENT ON COLUMN claim_facts.publisher IS 'outlet of the article; null when unknown';
COMMENT ON COLUMN claim_facts.published IS 'day of publication, ISO 8601; null when unknown';
COMMENT ON COLUMN claim_facts.dated IS 'claim when the text gives the days; published when they are only the day of publication; null when neither is known';
COMMENT ON COLUMN claim_facts.day_from IS 'first day, ISO 8601; null on an open side';
COMMENT ON COLUMN claim_facts.day_to IS 'last day, ISO 8601; null on an open side';
COMMENT ON COLUMN claim_facts."day" IS 'the day on which it begins, or ends where only that is known; null when neither is';
COMMENT ON COLUMN claim_facts.voiced IS 'none: the article itself says so; named: a voice with a name; unnamed: only voices without; never null';
COMMENT ON COLUMN claim_facts.actors IS 'keys in fact_parties, in the order of the claim; empty when there is none; never null';
COMMENT ON COLUMN claim_facts.recipients IS 'keys in fact_parties, in the order of the claim; empty when there is none; never null';
COMMENT ON COLUMN claim_facts.voices IS 'keys in fact_voices, in the order of the claim; empty when there is none; never null';
COMMENT ON COLUMN claim_facts.acting IS 'actors as terms of a filter, each once: a country''s code, else =Name; never null';
COMMENT ON COLUMN claim_facts.getting IS 'recipients, as acting; never null';
COMMENT ON COLUMN claim_facts.parties IS 'actors and recipients, as acting; never null';
COMMENT ON COLUMN claim_facts.speakers IS 'names of the voices, else the words for them, each once; never null';
COMMENT ON COLUMN claim_facts.categories IS 'categories of the goods, each once; never null';
COMMENT ON COLUMN claim_facts.goods IS 'as of the claim; empty when none is named; never null';
COMMENT ON COLUMN claim_facts.place IS 'the place as term of a filter: its geonames_id, else =Name; null when there is none';
COMMENT ON COLUMN claim_facts.place_name IS 'name of the place; null when there is none';
COMMENT ON COLUMN claim_facts.geonames_id IS 'of the place; null when not known';
COMMENT ON COLUMN claim_facts.country IS 'of the place; null when not known';
COMMENT ON COLUMN claim_facts.latitude IS 'of the place; null when not known';
COMMENT ON COLUMN claim_facts.longitude IS 'of the place; null when not known';

CREATE OR REPLACE MACRO term_of(p) AS CASE
    WHEN p.country IS NOT NULL AND p."role" IS DISTINCT FROM 'national'
        AND p.country NOT IN ('IGO', 'NGO', 'ISM', 'IMG', 'MNC')
    THEN p.country ELSE '=' || p."name" END;
COMMENT ON MACRO term_of IS 'Who p is, as a term that a filter takes: a country''s code, else =Name. Nationals are people and not their state; codes that stand for a kind of organisation are nobody''s name.';

CREATE OR REPLACE MACRO party_of(p) AS {
    'name': p."name", 'country': p.country,
    'role': CASE WHEN p."role" = 'national' THEN 'national' END, 'actor_id': p.actor_id
};
COMMENT ON MACRO party_of IS 'What a filter looks into of a party.';

CREATE OR REPLACE MACRO voice_of(v) AS {
    'name': v."name", 'text': CASE WHEN v."name" IS NULL THEN v."text" END,
    'country': v.country, 'sector': v.sector, 'named': v."named"
};
COMMENT ON MACRO voice_of IS 'What a filter and a list of voices look into of a voice.';

DELETE FROM identities_made;
