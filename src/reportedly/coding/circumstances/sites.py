"""How closely a place belongs to an act, and places that no gazetteer knows: "at the stadium"."""

from __future__ import annotations

from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.belonging import belongs, head_of
from reportedly.coding.circumstances.reaching import is_kind, reaches, where_it_is
from reportedly.coding.mentions.noun_phrases import covering, window
from reportedly.coding.participants.draft import Draft
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Role
from reportedly.records import ClaimKind, Place

#: types of words: these may be spoken anywhere, and a place beside a party is that party's
WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "CONCEDE"})
#: types of acts of which a place beside the doer tells only where that one is at home
DEALS = frozenset({"SANCTION", "COOPERATE", "AID"})
#: sectors of those who act where they are
HOME = frozenset({"COP", "JUD"})
#: types of acts that lie where what they are done to lies: "blocked the road"
STRUCK = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})

#: types of acts that lie where they lead to, too: "taken to a camp"
LEADING = frozenset({"COERCE", "MOBILIZE", "PROTEST"})


def lies_at(draft: Draft, analysis: Analysis, span: tuple[int, int]) -> int:
    """Return how closely the place at a span belongs to the draft's act; 0: not at all.

    Of words only where they are spoken: "thanked dockers in Rio Grande" tells where these are.
    """
    i = draft.mention.i
    owner = _owner(analysis, i, span)
    worded = draft.type in WORDS or draft.entry.kind is not ClaimKind.EVENT
    if owner is not None and (worded or (draft.type in DEALS and _is_subject(analysis, owner))):
        return 0
    return belongs(i, analysis, span) or int(
        not worded and reaches(draft, analysis, span, draft.type in STRUCK)
    )


def _owner(analysis: Analysis, i: int, span: tuple[int, int]) -> int | None:
    """Return whoever the place hangs on, and not the act: "a party in Ankara urged".

    None for police and courts as doers: they act where they are.
    """
    s = analysis.sentence
    top = head_of(s, span)
    inside = s.covered(*span)
    acts = {i, analysis.slots.lending.carriers.get(i, i)}
    for up in s.path(top) if top is not None else ():
        if up in acts or s.is_verb(up):
            return None
        somebody = s.is_noun(up) and up not in inside and not is_kind(s, up)
        if somebody and analysis.resolver.resolve(up):
            return None if _is_subject(analysis, up) and _acts_at_home(analysis, up) else up
    return None


def _is_subject(analysis: Analysis, i: int) -> bool:
    return analysis.sentence.deps[i] == "nsubj"


def _acts_at_home(analysis: Analysis, i: int) -> bool:
    """Return whether noun i is of those who act where they are: "prosecutors in London"."""
    role = covering(analysis.resolver.scene.roles, i)
    return role is not None and isinstance(role.entry, Role) and bool(HOME & set(role.entry.sector))


def leads(analysis: Analysis, i: int, span: tuple[int, int]) -> bool:
    """Return whether the place is where the act itself, or its object, goes or comes from."""
    s = analysis.sentence
    top = head_of(s, span)
    above = None if top is None else next((p for p in s.path(top) if _tells(s, p)), None)
    while above is not None and s.deps[s.heads[above]] in {"prep", "advmod", "prt"}:
        above = s.heads[above]  # "out of", "back from"
    if above is None:
        return False
    acts = {i, analysis.slots.lending.carriers.get(i, i)}
    held = s.heads[above]
    return held in acts or (s.deps[held] in {"dobj", "nsubjpass"} and s.heads[held] in acts)


def _tells(s: Sentence, p: int) -> bool:
    """Return whether token p is a preposition that says where, not what: "the town of Afrin"."""
    return s.deps[p] in {"prep", "dative"} and not (
        s.words[p].lower() == "of" and is_kind(s, s.heads[p])
    )


def site_of(draft: Draft, analysis: Analysis) -> Place | None:
    """Return the nameless place where the act lies, by its words, or None."""
    s, i = analysis.sentence, draft.mention.i
    if draft.entry.kind is not ClaimKind.EVENT:
        return None
    parties = {p.head for p in (*draft.actors, *draft.recipients)}
    for act in dict.fromkeys((i, analysis.slots.lending.carriers.get(i, i))):
        where = ((p, k) for p in s.kids(act, "prep") for k in s.kids(p, "pobj"))
        for k in (k for p, k in where if _leads_to_site(draft, s, p, k)):
            if k not in parties and _is_one(s, k):
                return _by_its_words(s, k)
    told = None if draft.type in WORDS else where_it_is(analysis, i)
    if told is not None and s.among(told, "sites_of_acts"):
        return _by_its_words(s, told)
    taken = analysis.slots.slot(i, "object") if draft.type in STRUCK else []
    return next((_by_its_words(s, k) for k in taken if s.among(k, "open_to_all")), None)


def _leads_to_site(draft: Draft, s: Sentence, p: int, k: int) -> bool:
    """Return whether preposition p makes noun k where the act lies, or where it leads to."""
    if not s.among(k, "sites_of_acts") and not _side_of_somewhere(s, k):
        return False
    if s.among(p, "location_prepositions"):
        return True
    if s.among(p, "arrival_prepositions"):
        return draft.type in LEADING
    open_air = s.among(p, "scene_prepositions") and s.among(k, "open_to_all")
    return open_air and s.is_verb(draft.mention.i)


def _side_of_somewhere(s: Sentence, k: int) -> bool:
    """Return whether noun k is a side of a country or town: "the country's north"."""
    of = any(s.words[p].lower() == "of" for p in s.kids(k, "prep"))
    return s.is_noun(k) and s.among(k, "compass_sides") and (of or bool(s.kids(k, "poss")))


def _is_one(s: Sentence, k: int) -> bool:
    """Return whether a site is a certain one: not "in areas", "at home"."""
    return bool(s.kids(k, "det", "poss", "amod", "nummod", "compound"))


def _by_its_words(s: Sentence, k: int) -> Place:
    first, last = window(s, k)
    if _side_of_somewhere(s, k):  # "the north of the country"
        last = max([last, *(t for p in s.kids(k, "prep") for t in s.kids(p, "pobj"))])
    start, end, text = s.starts[first], s.ends[last], s.slice(first, last)
    return Place(start=start, end=end, text=text, name=text)
