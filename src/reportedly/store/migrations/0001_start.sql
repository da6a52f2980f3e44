-- The first schema: articles with their sections, claims, problems.
-- Offsets everywhere count Unicode code points of articles.text, end excluded.
-- Null means that the text gives nothing; an empty list means that it names nobody or nothing.

CREATE TABLE schema_migrations (
    number INTEGER PRIMARY KEY,
    name VARCHAR NOT NULL
);
COMMENT ON TABLE schema_migrations IS 'One row per migration that this store has had.';
COMMENT ON COLUMN schema_migrations.number IS 'number of the migration, from 1, without gaps; never null';
COMMENT ON COLUMN schema_migrations.name IS 'file name of the migration; never null';

CREATE TABLE articles (
    id VARCHAR PRIMARY KEY,
    added BIGINT NOT NULL,
    url VARCHAR,
    title VARCHAR,
    authors VARCHAR[] NOT NULL,
    publisher VARCHAR,
    language VARCHAR,
    text VARCHAR NOT NULL,
    published_value VARCHAR,
    published_basis VARCHAR,
    modified_value VARCHAR,
    modified_basis VARCHAR,
    source VARCHAR,
    coder_name VARCHAR NOT NULL,
    coder_version VARCHAR NOT NULL,
    coder_lexicons VARCHAR NOT NULL,
    coder_model VARCHAR NOT NULL,
    coder_model_version VARCHAR NOT NULL,
    coder_digest VARCHAR NOT NULL
);
COMMENT ON TABLE articles IS 'One row per article: one page as read, with the coder that last coded it.';
COMMENT ON COLUMN articles.id IS 'digest of text, URL and publisher, 32 hexadecimal digits; never null';
COMMENT ON COLUMN articles.added IS 'place in the order in which articles came in, from 1; kept when recoded; never null';
COMMENT ON COLUMN articles.url IS 'canonical address; null when unknown';
COMMENT ON COLUMN articles.title IS 'title of the page; null when it has none';
COMMENT ON COLUMN articles.authors IS 'names in the order of the page; empty when none is named';
COMMENT ON COLUMN articles.publisher IS 'outlet; null when unknown';
COMMENT ON COLUMN articles.language IS 'ISO 639-1 of the text; null when undecided';
COMMENT ON COLUMN articles.text IS 'every character that sections and claims point into; never null';
COMMENT ON COLUMN articles.published_value IS 'ISO 8601 date, or date and time with zone; null when the page gives nothing to go by';
COMMENT ON COLUMN articles.published_basis IS 'stated or derived; null together with published_value';
COMMENT ON COLUMN articles.modified_value IS 'ISO 8601 date, or date and time with zone; null when the page gives nothing to go by';
COMMENT ON COLUMN articles.modified_basis IS 'stated or derived; null together with modified_value';
COMMENT ON COLUMN articles.source IS 'where it was read from: a path, an address, an archive member; null when the caller did not say';
COMMENT ON COLUMN articles.coder_name IS 'name of the coder; never null';
COMMENT ON COLUMN articles.coder_version IS 'version of the coder; never null';
COMMENT ON COLUMN articles.coder_lexicons IS 'digest of every lexicon file in use; never null';
COMMENT ON COLUMN articles.coder_model IS 'name of the language model; never null';
COMMENT ON COLUMN articles.coder_model_version IS 'version of the language model; never null';
COMMENT ON COLUMN articles.coder_digest IS 'digest of the five coder columns, 32 hexadecimal digits: equal means the same coding; never null';

CREATE TABLE sections (
    article VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    author VARCHAR,
    "time" VARCHAR,
    level INTEGER,
    pair INTEGER
);
COMMENT ON TABLE sections IS 'One row per section of an article, in text order.';
COMMENT ON COLUMN sections.article IS 'id of the article; never null';
COMMENT ON COLUMN sections.number IS 'place in the article, from 0; never null';
COMMENT ON COLUMN sections.kind IS 'headline, body, faq_question, faq_answer, comment, caption or boilerplate; never null';
COMMENT ON COLUMN sections."start" IS 'first code point; never null';
COMMENT ON COLUMN sections."end" IS 'one past the last code point; never null';
COMMENT ON COLUMN sections.author IS 'author of a comment; null elsewhere or when not given';
COMMENT ON COLUMN sections."time" IS 'ISO 8601 time of a comment; null elsewhere or when not given';
COMMENT ON COLUMN sections.level IS '1 to 6 for a subheading; null elsewhere';
COMMENT ON COLUMN sections.pair IS 'number that joins a question to its answer; null elsewhere';

CREATE TABLE claims (
    id VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    section VARCHAR NOT NULL,
    author VARCHAR,
    sentence STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR) NOT NULL,
    kind VARCHAR NOT NULL,
    type VARCHAR,
    mode VARCHAR,
    contexts VARCHAR[] NOT NULL,
    quad INTEGER,
    intensity DOUBLE,
    cameo VARCHAR,
    "trigger" STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR) NOT NULL,
    content STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR),
    actors STRUCT(
        "start" INTEGER, "end" INTEGER, "text" VARCHAR, "name" VARCHAR, country VARCHAR,
        sector VARCHAR, sectors VARCHAR[], "role" VARCHAR, former BOOLEAN, actor_id VARCHAR
    )[] NOT NULL,
    recipients STRUCT(
        "start" INTEGER, "end" INTEGER, "text" VARCHAR, "name" VARCHAR, country VARCHAR,
        sector VARCHAR, sectors VARCHAR[], "role" VARCHAR, former BOOLEAN, actor_id VARCHAR
    )[] NOT NULL,
    goods STRUCT(
        "start" INTEGER, "end" INTEGER, "text" VARCHAR, category VARCHAR, quantity DOUBLE,
        unit VARCHAR
    )[] NOT NULL,
    "time" STRUCT(
        "text" VARCHAR, text_start INTEGER, text_end INTEGER, "start" VARCHAR, "end" VARCHAR,
        grain VARCHAR, basis VARCHAR
    ),
    place STRUCT(
        "start" INTEGER, "end" INTEGER, "text" VARCHAR, "name" VARCHAR, country VARCHAR,
        latitude DOUBLE, longitude DOUBLE, geonames_id BIGINT
    ),
    status VARCHAR NOT NULL,
    factuality VARCHAR NOT NULL,
    voices STRUCT(
        "start" INTEGER, "end" INTEGER, "text" VARCHAR, "name" VARCHAR, country VARCHAR,
        sector VARCHAR, "role" VARCHAR, "named" BOOLEAN, cue VARCHAR, cue_start INTEGER,
        cue_end INTEGER
    )[] NOT NULL,
    links STRUCT(relation VARCHAR, claim VARCHAR)[] NOT NULL,
    rules VARCHAR[] NOT NULL,
    confidence DOUBLE NOT NULL,
    coder_name VARCHAR NOT NULL,
    coder_version VARCHAR NOT NULL,
    coder_lexicons VARCHAR NOT NULL,
    coder_model VARCHAR NOT NULL,
    coder_model_version VARCHAR NOT NULL
);
COMMENT ON TABLE claims IS 'One row per claim: one thing that one sentence presents. Never the truth: this text, this voice, this firmly.';
COMMENT ON COLUMN claims.id IS 'stable digest; unique within its article; never null';
COMMENT ON COLUMN claims.article IS 'id of the article; never null';
COMMENT ON COLUMN claims.position IS 'place among the claims of the article, from 0, in text order; never null';
COMMENT ON COLUMN claims.section IS 'kind of section that the sentence stands in; comment marks what is no report; never null';
COMMENT ON COLUMN claims.author IS 'author of a comment; null elsewhere';
COMMENT ON COLUMN claims.sentence IS 'the sentence and its offsets in code points; never null';
COMMENT ON COLUMN claims.kind IS 'event, want, constraint or consequence; never null';
COMMENT ON COLUMN claims.type IS 'PLOVER type, upper case; null where the content is no event';
COMMENT ON COLUMN claims.mode IS 'PLOVER mode, lower case; null when the type has none that fits';
COMMENT ON COLUMN claims.contexts IS 'PLOVER contexts, sorted; empty when there is none';
COMMENT ON COLUMN claims.quad IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; null without a type';
COMMENT ON COLUMN claims.intensity IS '-10 (conflict) to +10 (cooperation), no unit; null without a type';
COMMENT ON COLUMN claims.cameo IS 'CAMEO code of type and mode; null without a type';
COMMENT ON COLUMN claims."trigger" IS 'the words that the claim rests on, offsets in code points; never null';
COMMENT ON COLUMN claims.content IS 'what is wanted, prevented or would follow, offsets in code points; null for events';
COMMENT ON COLUMN claims.actors IS 'who acts, in text order, offsets in code points; country ISO 3166-1 alpha-3 or PLOVER; fields null when unknown; empty when nobody is named';
COMMENT ON COLUMN claims.recipients IS 'who is acted upon, as actors; empty when nobody is named';
COMMENT ON COLUMN claims.goods IS 'what is given, sought or withheld; category dotted; quantity in unit, or counted when unit is null; quantity null when not given; empty when none is named';
COMMENT ON COLUMN claims."time" IS 'when, as the text says: ISO 8601 dates, end included, null on an open side; null when the text gives none; never the publication date';
COMMENT ON COLUMN claims.place IS 'where: degrees WGS 84, GeoNames id; fields null when unresolved; null when the text gives none';
COMMENT ON COLUMN claims.status IS 'happened, ongoing, planned, possible, conditional or negated; never null';
COMMENT ON COLUMN claims.factuality IS 'FactBank value: CT+ PR+ PS+ Uu PS- PR- CT-; never null';
COMMENT ON COLUMN claims.voices IS 'who says so, outermost first, offsets in code points; text and name null where the source is hidden; empty means the article itself';
COMMENT ON COLUMN claims.links IS 'other claims of the same article that this one hangs on; empty when there is none';
COMMENT ON COLUMN claims.rules IS 'ids of the lexicon entries that fired, in order; empty when none did';
COMMENT ON COLUMN claims.confidence IS 'share of such claims that annotators accept, 0.0 to 1.0; never null';
COMMENT ON COLUMN claims.coder_name IS 'name of the coder; never null';
COMMENT ON COLUMN claims.coder_version IS 'version of the coder; never null';
COMMENT ON COLUMN claims.coder_lexicons IS 'digest of every lexicon file in use; never null';
COMMENT ON COLUMN claims.coder_model IS 'name of the language model; never null';
COMMENT ON COLUMN claims.coder_model_version IS 'version of the language model; never null';

CREATE TABLE problems (
    source VARCHAR NOT NULL,
    step VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    article VARCHAR,
    seen VARCHAR,
    PRIMARY KEY (source, step, message)
);
COMMENT ON TABLE problems IS 'One row per thing that could not be read, coded or stored. The same problem of the same source is one row.';
COMMENT ON COLUMN problems.source IS 'the input: a path, an address, an archive member; never null';
COMMENT ON COLUMN problems.step IS 'what was being done: read, bounds, language, fetch, code, store; never null';
COMMENT ON COLUMN problems.message IS 'what went wrong, for a person; never null';
COMMENT ON COLUMN problems.article IS 'id of the article; null when it never became one';
COMMENT ON COLUMN problems.seen IS 'ISO 8601 time at which it was first seen; null when the caller gave none';

CREATE MACRO names_actor(people, term) AS len(list_filter(people, lambda p:
    p.country = term OR p.actor_id = term OR p."name" = term
    OR (NOT regexp_full_match(term, '[A-Z]{3}') AND contains(lower(p."name"), lower(term)))
)) > 0;
COMMENT ON MACRO names_actor IS 'True when one of the actors has term as country code or actor_id, or in its name. Three capital letters are a code or a whole name, never a part of one.';

CREATE MACRO names_voice(speakers, term) AS len(list_filter(speakers, lambda p:
    p.country = term OR p.sector = term OR p."name" = term
    OR (NOT regexp_full_match(term, '[A-Z]{3}')
        AND contains(lower(coalesce(p."name", p."text", '')), lower(term)))
)) > 0;
COMMENT ON MACRO names_voice IS 'True when one of the voices has term as country code or sector, or in its name. Three capital letters are a code or a whole name.';
