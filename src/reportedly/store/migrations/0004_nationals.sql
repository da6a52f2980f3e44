-- Nationals are people and not their state: its code does not find them.

CREATE OR REPLACE MACRO names_actor(people, term) AS len(list_filter(people, lambda p:
    (p.country = term AND p."role" IS DISTINCT FROM 'national')
    OR p.actor_id = term OR p."name" = term
    OR (NOT regexp_full_match(term, '[A-Z]{3}') AND contains(lower(p."name"), lower(term)))
)) > 0;
COMMENT ON MACRO names_actor IS 'True when one of the actors has term as country code or actor_id, or in its name. Three capital letters are a code or a whole name, never a part of one; the code of a country does not find people told by their nationality alone (role national).';
