"""From a mention to its draft: parties, goods and content out of its slots."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from reportedly.coding.cast.party import Party
from reportedly.coding.mentions.goods import Found
from reportedly.coding.mentions.noun_phrases import counted
from reportedly.coding.participants.aims import bare_aim, told_to
from reportedly.coding.participants.content import content_heads
from reportedly.coding.participants.content_goods import goods_below
from reportedly.coding.participants.costs import cost_of, priced
from reportedly.coding.participants.defaults import defaults_of
from reportedly.coding.participants.draft import Draft, distinct
from reportedly.coding.participants.people_moved import people_moved
from reportedly.coding.participants.places_hit import as_places
from reportedly.coding.participants.sides import sides_of
from reportedly.coding.participants.suffered import undergoes
from reportedly.coding.participants.transfers import directed
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.predicates.mention import Mention
from reportedly.coding.predicates.senses import Chosen
from reportedly.coding.presentation.mood import Reading
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate
from reportedly.records import ClaimKind

#: types in which nothing changes hands, unless an entry says so
NO_GOODS = frozenset({"ASSAULT", "ACCUSE", "PROTEST", "CONSULT", "SUPPORT", "MOBILIZE"})
#: modes in which people are laid hands on: what they have with them changes no hands
BODILY = frozenset(
    ("COERCE", mode) for mode in ("arrest", "deport", "curfew", "martial-law", "restrict")
) | frozenset(("SANCTION", mode) for mode in ("expel", "convict"))
#: types in which support, a permit or a contract is a good
GRANTING = frozenset({"AID", "AGREE", "COOPERATE", "SUPPORT"})
#: types that are acts of a will
WILLED = frozenset({"ASSAULT", "COERCE"})
#: acts of crowds, which are no states
CROWDS = frozenset({("PROTEST", "demo"), ("PROTEST", "riot")})


def draft_of(chosen: Chosen, mention: Mention, reading: Reading) -> Draft:
    """Return the draft of a mention that is presented so."""
    evidence, entry, i = chosen.evidence, mention.entry, mention.i
    actors, recipients = sides_of(chosen, i, entry)
    if (entry.type, entry.mode) in CROWDS:  # "Greece's street protests", "Spain had riots"
        named = evidence.sentence.is_proper
        actors = tuple(one for one in actors if not (one.is_state and named(one.head)))
    if entry.kind is ClaimKind.CONSEQUENCE and _by_fate(evidence, i):
        actors = ()
    content = () if entry.kind is ClaimKind.EVENT else content_heads(evidence, i, entry)
    cost = cost_of(evidence, i, entry.type)
    goods = _goods(evidence, i, entry, content) or people_moved(evidence, i, entry)
    goods = goods or goods_below(evidence, i, entry, chosen.firing)
    parties = {party.head for party in (*actors, *recipients)}
    kept = (good for good in goods if not _is_party(good, parties))
    goods = tuple(_part_told(evidence.sentence, i, good) for good in kept)
    return Draft(
        mention=mention,
        reading=reading,
        type=entry.type,
        mode=_mode(entry, actors, recipients),
        cameo=entry.cameo,
        actors=actors,
        recipients=as_places(evidence, i, entry, recipients),
        goods=priced(goods, cost, entry.type),
        cost=cost,
        content=content,
        rules=(entry.id, *mention.also),
        dropped=(not actors and _inanimate(evidence, i, entry))
        or (bare_aim(evidence.sentence, i, entry) and told_to(evidence, i)),
    )


def _by_fate(evidence: Evidence, i: int) -> bool:
    """Return whether what was suffered has the consequence, and nobody: "her death sparked riots",
    "the killing of a nun that sparked riots"."""
    s = evidence.sentence
    doers = evidence.slots.slot(i, "subject")
    above = [s.heads[s.heads[k]] for k in doers if s.words[s.heads[k]].lower() == "of"]
    return any(s.among(k, "fates") or s.among(k, "suffered_acts") for k in (*doers, *above))


def _mode(entry: Predicate, actors: Sequence[Party], recipients: Sequence[Party]) -> str | None:
    """Return the entry's mode; a summit of two, each of them one, has not many sides."""
    sides = distinct([*actors, *recipients])
    two = len(sides) == 2 and not any(p.plural or p.collective or p.unknown for p in sides)
    return None if entry.mode == "multilateral" and two else entry.mode


def _is_party(good: Found, parties: Collection[int]) -> bool:
    """Return whether people are a party of the claim already: a nurse freed, handed to nobody.

    Prisoners and hostages stay goods, for their number.
    """
    held = good.category in {"people.prisoners", "people.hostages"}
    return good.category.startswith("people") and not held and good.head in parties


def _inanimate(evidence: Evidence, i: int, entry: Predicate) -> bool:
    """Return whether an act of force is laid to something that acts by no will: a virus.

    A weapon or another event may stand for whoever is behind it.
    """
    s = evidence.sentence
    if entry.type not in WILLED or not s.is_verb(i) or "subject" in (entry.recipient or ()):
        return False  # whoever "remains behind bars" does nothing
    doers = [counted(s, t) for t in evidence.slots.slot(i, "subject")]
    return bool(doers) and all(
        s.is_noun(t)
        and evidence.goods.at(t) is None
        and not evidence.vocabulary.senses(s, t)
        and not s.is_proper(t)
        and not s.among(t, "blamed_weapons")
        and not s.among(t, "unknown_doers")
        for t in doers
    )


def _goods(
    evidence: Evidence, i: int, entry: Predicate, content: Sequence[int]
) -> tuple[Found, ...]:
    """Return the goods in the entry's slots, else in what is wanted or prevented."""
    if entry.kind is ClaimKind.CONSEQUENCE:
        return ()
    none = entry.type in NO_GOODS or (entry.type, entry.mode) in BODILY
    if not evidence.goods.found or (entry.goods is None and none):
        return ()
    slots = defaults_of(evidence.sentence, i).goods if entry.goods is None else entry.goods
    tokens = [t for slot in slots if slot != "complement" for t in evidence.slots.slot(i, slot)]
    found = evidence.goods.under(tokens)
    if not found and content and entry.goods is None:
        tokens = _had(evidence, content, entry.kind is ClaimKind.WANT)
        found = evidence.goods.under(tokens)
    found = tuple(g for g in found or _itself(evidence, i, entry) if _changes_hands(g, entry))
    found = tuple(
        _lent(evidence.sentence, i, g) for g in found if not _is_let_go(evidence, g, entry)
    )
    if evidence.sentence.among(i, "robbing_verbs"):
        found = tuple(g for g in found if not g.category.startswith("transport"))
    if entry.kind is ClaimKind.CONSTRAINT and evidence.slots.slot(i, "from"):
        return ()  # "prevents banks from handling payments": what is hindered is the handling
    returned = evidence.goods.under(evidence.slots.slot(i, "for")) if found else ()
    asked = entry.kind is ClaimKind.WANT or entry.type == "REQUEST"
    direct = [good for good in found if not asked or _direct(evidence, i, entry, good, tokens)]
    sided = directed(direct, entry, returned)
    return tuple(next((one for one in sided if one.head == good.head), good) for good in found)


def _lent(s: Sentence, i: int, good: Found) -> Found:
    """Return money that is lent as the loan that it is."""
    loan = good.category == "money" and s.among(i, "lending_verbs")
    return replace(good, category="money.loan") if loan else good


def _changes_hands(good: Found, entry: Predicate) -> bool:
    """Return whether a good may go from hand to hand here: a permit is given, and not struck."""
    return entry.type in GRANTING or not good.category.startswith("support")


def _part_told(s: Sentence, i: int, good: Found) -> Found:
    """Return the good without its number where the clause is about a part of it: "50 men, of whom
    20 were hired"."""
    within = s.deps[i] == "relcl" and s.heads[i] == good.head
    parts = (k for p in s.kids(i, "prep") for k in s.kids(p, "pobj"))
    counted_apart = within and any(s.tags[k] in {"WP", "WDT"} for k in parts)
    return replace(good, amount=None, unit=None) if counted_apart else good


def _is_let_go(evidence: Evidence, good: Found, entry: Predicate) -> bool:
    """Return whether it is people who are to be freed or tried: they are handed to nobody."""
    people = good.category.startswith("people") and entry.type == "REQUEST"
    return people and undergoes(evidence.sentence, good.head)


def _had(evidence: Evidence, content: Sequence[int], wanted: bool) -> list[int]:
    """Return what is wanted or prevented, and what the clause that says so does it with.

    Of what is wanted only words for getting and giving tell goods; an act that the lexicons know
    has its own.
    """
    s = evidence.sentence
    found = [k for k in content if not (wanted and s.is_verb(k))]
    for k in content:
        if not wanted or s.among(k, "getting_verbs") or s.among(k, "giving_verbs"):
            found += evidence.slots.slot(k, "object")
    return found


def _itself(evidence: Evidence, i: int, entry: Predicate) -> tuple[Found, ...]:
    """Return the good that the trigger names: "a loan from Japan", "gas deliveries"."""
    good = evidence.goods.at(i)
    verb = evidence.sentence.is_verb(i)
    return (good,) if good and not verb and entry.type in {"AID", "COOPERATE"} else ()


def _direct(
    evidence: Evidence, i: int, entry: Predicate, good: Found, tokens: Sequence[int]
) -> bool:
    """Return whether a good itself is asked for, and not an act about it: "demanded cattle"."""
    s = evidence.sentence
    if entry.type == "REQUEST" and entry.mode is None and evidence.slots.slot(i, "complement"):
        return False
    if entry.kind is ClaimKind.WANT and evidence.slots.slot(i, "doer"):
        return False  # "want the state to recover the money"
    above = next((k for k in s.path(good.head) if s.is_verb(k)), i)
    if above != i and s.among(above, "giving_verbs"):
        return False
    doing = evidence.slots.slot(above, "subject")
    if (
        above != i
        and s.among(above, "getting_verbs")
        and doing != evidence.slots.slot(i, "subject")
    ):
        return False  # "want the state to recover the money"
    return any(
        good.head in {t, counted(s, t)} or good.counted == t or _borne(s, good.head, t, entry)
        for t in tokens
    )


def _borne(s: Sentence, head: int, t: int, entry: Predicate) -> bool:
    """Return whether noun t is how the good comes, or the good one of those that it sums up.

    "Wheat and oil consignments", "provisions for food", "aid in the form of tents", "favours
    including tents".
    """
    path = [head, *s.path(head)]
    if t not in path:
        return False
    between = path[: path.index(t)]
    if any(s.is_verb(k) or s.deps[k] == "poss" for k in between):
        return False
    words = {s.words[k].lower() for k in between if s.deps[k] == "prep"}
    if "including" in words or ("in" in words and any(s.lemmas[k] == "form" for k in between)):
        return True
    named = any(s.lemmas[t] in needed for needed in entry.needs.values())  # "the possibility of"
    return (named or s.among(t, "carrying_nouns")) and words <= {"of", "for"}
