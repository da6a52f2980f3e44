"""Parties that a lexicon knows by name: states, organisations, persons with their offices."""

from __future__ import annotations

from reportedly.coding.cast.countries import OFFICIAL
from reportedly.coding.cast.memory import faded
from reportedly.coding.cast.nationals import nationals
from reportedly.coding.cast.offices import has_held, held, role_of, sectors_of
from reportedly.coding.cast.party import Party
from reportedly.coding.cast.scene import Scene
from reportedly.coding.mentions.match import Match
from reportedly.coding.mentions.noun_phrases import left_edge, says_former, within
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Organisation, Person, Role, State

#: where a state's name says whose or where, and hardly who
ASIDE = frozenset({"compound", "amod", "nmod", "pobj"})

#: sectors of offices whose former holders are elites; a former chief executive is in business
OFFICES = OFFICIAL | {"OPP", "PTY"}


def known_party(scene: Scene, match: Match, i: int, first: int) -> Party | None:
    """Return the party of a known name in the phrase from first to its head i.

    None for a short form whose owner the article has not named yet.
    """
    if (namesake := _namesake(scene, match)) is not None:
        return faded(namesake).at(match.first, match.last, i)
    if isinstance(match.entry, State):
        people = nationals(scene, match, i, first)
        return people if people or match.form == "one" else _state(match.entry, match, i)
    if isinstance(match.entry, Organisation):
        return _organisation(scene, match.entry, match, i)
    if isinstance(match.entry, Person):
        return _person(scene, match.entry, match, i, first)
    return None


def _namesake(scene: Scene, match: Match) -> Party | None:
    """Return whom a short name means where the article has told of somebody else by it.

    "Letts said" after "Jack Letts", "Obama said" after "Michelle Obama" and no other.
    """
    if match.first != match.last or match.entry.id in scene.memory.seen_ids:
        return None
    person = isinstance(match.entry, Person)
    if not person and (match.form == "adjective" or scene.sentence.deps[match.last] in ASIDE):
        return None
    return scene.memory.namesake(scene.sentence.words[match.last])


def _state(state: State, match: Match, i: int) -> Party:
    government = match.form in {"seat", "capital"}
    sectors = (state.sector,) if state.sector else ("GOV",) if government else ()
    return Party(
        first=match.first,
        last=match.last,
        head=i,
        name=state.name,
        country=state.code,
        sectors=sectors,
        actor_id=state.id,
        person=None if match.form == "people" else False,
        plural=match.form == "people",
        rules=(state.id,),
    )


def _organisation(scene: Scene, body: Organisation, match: Match, i: int) -> Party | None:
    if match.form == "short" and body.id not in scene.memory.seen_ids:
        return None
    return Party(
        first=match.first,
        last=match.last,
        head=i,
        name=body.name,
        country=body.country,
        sectors=sectors_of(body, scene.when),
        role=role_of(body, scene.when),
        actor_id=body.id,
        person=False,
        rules=(body.id,),
    )


def _person(scene: Scene, person: Person, match: Match, i: int, first: int) -> Party:
    office = held(person.offices, scene.when)
    titles = within(scene.roles, first, i)
    told = titles[-1].entry if titles else None
    role = told.name if isinstance(told, Role) else (office.role or None) if office else None
    sectors = told.sector if isinstance(told, Role) else office.sectors if office else ()
    former = says_former(scene.sentence, left_edge(scene.sentence, i), i)
    if not office and not titles and has_held(person.offices, scene.when):
        last = person.offices[-1].sectors
        sectors, former = ("ELI",) if OFFICES & set(last) else last, True
    return Party(
        first=first if titles or former else match.first,
        last=match.last,
        head=i,
        name=person.name,
        country=person.country,
        sectors=sectors,
        role=role,
        former=former,
        actor_id=person.id,
        person=True,
        gender=name_gender(scene, match.first, match.last) or person.gender,
        rules=(person.id, *(m.entry.id for m in titles[-1:])),
    )


def name_gender(scene: Scene, first: int, last: int) -> str | None:
    """Return the gender that a title, or the first of the names from first to last, gives."""
    s = scene.sentence
    told = title_gender(scene, first)
    return told or (first_name_gender(s, first) if first < last else None)


def first_name_gender(s: Sentence, i: int) -> str | None:
    """Return "m" or "f" where token i is a first name that only men or only women bear."""
    if s.among(i, "masculine_names"):
        return "m"
    return "f" if s.among(i, "feminine_names") else None


def title_gender(scene: Scene, first: int) -> str | None:
    """Return the gender that a title at token first, or just before it, gives."""
    s = scene.sentence
    titles = [k for k in (first, max(first - 1, 0)) if s.among(k, "titles")]
    return gender_of(s, titles[0]) if titles else None


def gender_of(s: Sentence, i: int) -> str | None:
    """Return "m" or "f" where the word tells it: a pronoun, a noun for kin, a title."""
    return "m" if s.among(i, "masculine") else "f" if s.among(i, "feminine") else None
