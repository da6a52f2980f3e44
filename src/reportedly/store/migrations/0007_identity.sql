-- Who is who over all articles: what persons judge of it, and what follows for the claims.
-- Claims stay as they were coded. The other tables are made anew from them and the judgements.

CREATE TABLE actor_judgements (
    number BIGINT PRIMARY KEY,
    made VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    one VARCHAR NOT NULL,
    one_name VARCHAR NOT NULL,
    other VARCHAR,
    other_name VARCHAR,
    article VARCHAR,
    "name" VARCHAR,
    undoes BIGINT,
    because VARCHAR
);
COMMENT ON TABLE actor_judgements IS 'One row per thing that a person judged of who is who. Rows are added, never changed or deleted.';
COMMENT ON COLUMN actor_judgements.number IS 'place in the order in which judgements were made, from 1; never null';
COMMENT ON COLUMN actor_judgements.made IS 'ISO 8601 time at which it was made; never null';
COMMENT ON COLUMN actor_judgements.who IS 'what the person calls themselves; never null';
COMMENT ON COLUMN actor_judgements.verdict IS 'same: one and other are one, shown as one; apart: they are two, or one is somebody else in that article; named: shown by that name; undone: an earlier row counts no more; never null';
COMMENT ON COLUMN actor_judgements.one IS 'id of an actor, or =Name where it has none; never null';
COMMENT ON COLUMN actor_judgements.one_name IS 'its name as it was judged: finds it again when another coder gives it another id; never null';
COMMENT ON COLUMN actor_judgements.other IS 'as one; null where there is no other';
COMMENT ON COLUMN actor_judgements.other_name IS 'as one_name; null where there is no other';
COMMENT ON COLUMN actor_judgements.article IS 'id of the article that apart is about; null for all';
COMMENT ON COLUMN actor_judgements."name" IS 'the name that named gives; null elsewhere';
COMMENT ON COLUMN actor_judgements.undoes IS 'number of the row that is undone; null elsewhere';
COMMENT ON COLUMN actor_judgements.because IS 'why; null when the person did not say';

CREATE TABLE actor_identities (
    coded VARCHAR PRIMARY KEY,
    actor_id VARCHAR,
    "name" VARCHAR NOT NULL,
    country VARCHAR
);
COMMENT ON TABLE actor_identities IS 'Whom views show otherwise than the coder wrote. Made anew after every change.';
COMMENT ON COLUMN actor_identities.coded IS 'actor_id as coded; =Name where that is null; @Name|COUNTRY for a voice; with #ARTICLE for one article alone; never null';
COMMENT ON COLUMN actor_identities.actor_id IS 'the id that is shown; null where the party has none';
COMMENT ON COLUMN actor_identities."name" IS 'the name that is shown; never null';
COMMENT ON COLUMN actor_identities.country IS 'the country that is shown; null: as coded';

CREATE TABLE identified_claims (
    article VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    actors STRUCT(
        "start" INTEGER, "end" INTEGER, "text" VARCHAR, "name" VARCHAR, country VARCHAR,
        sector VARCHAR, sectors VARCHAR[], "role" VARCHAR, former BOOLEAN, actor_id VARCHAR
    )[] NOT NULL,
    recipients STRUCT(
        "start" INTEGER, "end" INTEGER, "text" VARCHAR, "name" VARCHAR, country VARCHAR,
        sector VARCHAR, sectors VARCHAR[], "role" VARCHAR, former BOOLEAN, actor_id VARCHAR
    )[] NOT NULL,
    voices STRUCT(
        "start" INTEGER, "end" INTEGER, "text" VARCHAR, "name" VARCHAR, country VARCHAR,
        sector VARCHAR, "role" VARCHAR, "named" BOOLEAN, cue VARCHAR, cue_start INTEGER,
        cue_end INTEGER
    )[] NOT NULL,
    PRIMARY KEY (article, position)
);
COMMENT ON TABLE identified_claims IS 'One row per claim that views show with other parties or voices than the coder wrote. Made anew after every change.';
COMMENT ON COLUMN identified_claims.article IS 'id of the article; never null';
COMMENT ON COLUMN identified_claims.position IS 'place of the claim among those of its article; never null';
COMMENT ON COLUMN identified_claims.actors IS 'as those of the claim, in their order; empty where those are';
COMMENT ON COLUMN identified_claims.recipients IS 'as those of the claim, in their order; empty where those are';
COMMENT ON COLUMN identified_claims.voices IS 'as those of the claim, in their order; empty where those are';

CREATE TABLE actor_names (
    coded VARCHAR NOT NULL,
    spelling VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL
);
COMMENT ON TABLE actor_names IS 'By which names parties and voices are found. Made anew after every change.';
COMMENT ON COLUMN actor_names.coded IS 'the name as coded, a name that the lexicons have for it, or an abbreviation that stands for it in a text; never null';
COMMENT ON COLUMN actor_names.spelling IS 'what all spellings of it have in common; empty where no part of it is meant; never null';
COMMENT ON COLUMN actor_names."name" IS 'the name that is shown; never null';

CREATE TABLE identities_made (claims BIGINT NOT NULL);
COMMENT ON TABLE identities_made IS 'One row while the tables above fit the claims and the judgements; empty when they must be made anew.';
COMMENT ON COLUMN identities_made.claims IS 'how many claims there were; never null';

CREATE OR REPLACE MACRO names_actor(people, term, spelled) AS len(list_filter(people, lambda p:
    (p.country = term AND p."role" IS DISTINCT FROM 'national')
    OR p.actor_id = term OR p."name" = term
    OR (NOT regexp_full_match(term, '[A-Z]{3}') AND contains(lower(p."name"), lower(term)))
)) > 0
OR coalesce(list_contains(
    list_transform(people, lambda p: p.actor_id),
    (SELECT i.actor_id FROM actor_identities AS i WHERE i.coded = term)
), false)
OR list_has_any(
    list_transform(people, lambda p: p."name"),
    (SELECT coalesce(list(k."name"), []) FROM actor_names AS k
     WHERE k.coded = term OR (spelled <> '' AND contains(k.spelling, spelled)))
);
COMMENT ON MACRO names_actor IS 'True when one of the actors has term as country code or actor_id, or in its name; spelled is the spelling of term, empty where a name must be whole. Three capital letters are a code or a whole name, never a part of one; the code of a country does not find people told by their nationality alone (role national).';

CREATE OR REPLACE MACRO names_voice(speakers, term, spelled) AS len(list_filter(speakers, lambda p:
    p.country = term OR p.sector = term OR p."name" = term
    OR (NOT regexp_full_match(term, '[A-Z]{3}')
        AND contains(lower(coalesce(p."name", p."text", '')), lower(term)))
)) > 0
OR list_has_any(
    list_transform(speakers, lambda p: coalesce(p."name", p."text")),
    (SELECT coalesce(list(k."name"), []) FROM actor_names AS k
     WHERE k.coded = term OR (spelled <> '' AND contains(k.spelling, spelled)))
);
COMMENT ON MACRO names_voice IS 'True when one of the voices has term as country code or sector, or in its name; spelled as in names_actor. Three capital letters are a code or a whole name.';

CREATE OR REPLACE MACRO called(people, term) AS list_has_any(
    list_transform(people, lambda p: p."name"),
    list_append((SELECT coalesce(list(k."name"), []) FROM actor_names AS k WHERE k.coded = term), term)
);
COMMENT ON MACRO called IS 'True when one of the actors or voices has exactly that name, as coded or as shown.';

CREATE OR REPLACE MACRO identified(p, who) AS CASE WHEN who IS NULL THEN p ELSE {
    'start': p."start", 'end': p."end", 'text': p."text", 'name': who."name",
    'country': coalesce(who.country, p.country), 'sector': p.sector, 'sectors': p.sectors,
    'role': p."role", 'former': p.former, 'actor_id': coalesce(who.actor_id, p.actor_id)
} END;
COMMENT ON MACRO identified IS 'The party under the name, country and id that views show; as coded where who is null.';

CREATE OR REPLACE MACRO voiced(v, who) AS CASE WHEN who IS NULL THEN v ELSE {
    'start': v."start", 'end': v."end", 'text': v."text", 'name': who."name",
    'country': coalesce(who.country, v.country), 'sector': v.sector, 'role': v."role",
    'named': v."named", 'cue': v.cue, 'cue_start': v.cue_start, 'cue_end': v.cue_end
} END;
COMMENT ON MACRO voiced IS 'The voice under the name and country that views show; as coded where who is null.';
