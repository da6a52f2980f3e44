"""From slots to parties: who acts, who is acted upon, with which goods."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reportedly.coding.frames import Frames
from reportedly.coding.goods import Found, Goods
from reportedly.coding.party import Party
from reportedly.coding.phrases import counted, window
from reportedly.coding.predicates import PARTIES, Finder, Mention
from reportedly.coding.reading import Reading
from reportedly.coding.sentence import Sentence
from reportedly.lexicons import Predicate
from reportedly.records import ClaimKind

VERB_ACTOR = ("subject",)
VERB_RECIPIENT = ("object",)
NOUN_ACTOR = ("subject", "possessive", "by", "between", "modifier", "of")
NOUN_RECIPIENT = ("against", "on", "with", "to", "object")
ADJECTIVE_RECIPIENT = ("of", "to", "with", "by")
VERB_GOODS = ("object", "with", "of")
NOUN_GOODS = ("of", "modifier", "in")
RECIPROCAL = ("with", "between", "object", "possessive", "modifier", "among")


#: weapons that nobody gives or trades, and that stand for whoever used them
WEAPONS = frozenset("bomb bullet gunfire gun fire rocket mine blast missile shrapnel".split())
#: types in which nothing changes hands, unless an entry says so
NO_GOODS = frozenset({"ASSAULT", "ACCUSE", "PROTEST", "CONSULT", "SUPPORT", "MOBILIZE"})
#: nouns that are no target by themselves
NO_TARGET = frozenset(
    [
        "area",
        "region",
        "place",
        "part",
        "percent",
        "%",
        "way",
        "time",
        "day",
        "year",
        "thing",
        "case",
        "right",
        "life",
        "death",
        "number",
    ]
)
#: types whose recipient may stand inside the object: "an aid package for farmers"
DEEPER = frozenset({"AID", "SANCTION", "COOPERATE", "SUPPORT", "REJECT", "ASSAULT", "COERCE"})
DEEPER |= {"CONCEDE", "RETREAT", "REQUEST", "ACCUSE"}
#: of these, the ones that a place receives: PLOVER wants a recipient
PLACED = frozenset({"AID", "SANCTION"})
CONCERNING = frozenset({"in", "at", "for", "to", "toward", "towards", "inside", "into", "of", "by"})
#: types whose recipient may be a thing: a village, a convoy, a newspaper
THINGS_TOO = frozenset({"ASSAULT", "COERCE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim being put together: one mention and what has been found for it so far.

    type, mode   as the entry gives them, or as composition changed them
    cameo        a code finer than type and mode, from the entry or from composition
    content      head tokens of what is wanted, prevented or would follow
    dropped      True when a matrix predicate has taken the event up
    """

    mention: Mention
    reading: Reading
    type: str | None
    mode: str | None
    cameo: str | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    goods: tuple[Found, ...] = ()
    content: tuple[int, ...] = ()
    rules: tuple[str, ...] = ()
    dropped: bool = field(default=False)

    @property
    def entry(self) -> Predicate:
        """The lexicon entry that fired."""
        return self.mention.entry


class Filler:
    """Fills the slots of a sentence's mentions."""

    def __init__(self, sentence: Sentence, frames: Frames, finder: Finder, goods: Goods) -> None:
        self.sentence, self.frames, self.finder, self.goods = sentence, frames, finder, goods

    def draft(self, mention: Mention, reading: Reading) -> Draft:
        """Return the draft of a mention: parties, goods and content from its slots."""
        entry, i = mention.entry, mention.i
        actors, recipients = self._sides(i, entry)
        content: tuple[int, ...] = ()
        if entry.kind is not ClaimKind.EVENT:
            content = self._content(i, entry)
        return Draft(
            mention=mention,
            reading=reading,
            type=entry.type,
            mode=entry.mode,
            cameo=entry.cameo,
            actors=actors,
            recipients=recipients,
            goods=self._goods(i, entry, content),
            content=content,
            rules=(entry.id, *mention.also),
            dropped=not actors and self._inanimate(i, entry),
        )

    def _defaults(self, i: int) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        if self.sentence.is_verb(i):
            return VERB_ACTOR, VERB_RECIPIENT, VERB_GOODS
        if self.sentence.tags[i].startswith("JJ"):
            return VERB_ACTOR, ADJECTIVE_RECIPIENT, ("of", "for")
        return NOUN_ACTOR, NOUN_RECIPIENT, NOUN_GOODS

    def _sides(self, i: int, entry: Predicate) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        actor, recipient, _ = self._defaults(i)
        actors = self._first(i, entry.actor if entry.actor is not None else actor)
        recipients = self._first(i, entry.recipient if entry.recipient is not None else recipient)
        undergoers = [p for t in self.frames.undergoers(i) for p in self.finder.who(t, "subject")]
        if undergoers:
            sources = actors or self._parties(i, "from")
            return sources, tuple(p for p in undergoers if not any(p.same(a) for a in sources))
        if entry.reciprocal:
            more = [
                p
                for slot in RECIPROCAL
                if slot != "object" or self._object_is_party(entry)
                for p in self._parties(i, slot)
                if slot != "modifier" or p.role is None
            ]
            parties = _distinct((*actors, *recipients, *more))
            return tuple(sorted(parties, key=lambda party: party.first)), ()
        if not recipients and entry.recipient != () and not self.sentence.is_verb(i):
            recipients = self._parties(i, "object")
        if not recipients and entry.type in THINGS_TOO and entry.recipient != ():
            recipients = self._things(i, entry.recipient or recipient)
        if not recipients and entry.recipient != () and entry.type in DEEPER:
            recipients = self._deeper(i, entry, actors)
        return actors, tuple(p for p in recipients if not any(p.same(a) for a in actors))

    def _deeper(self, i: int, entry: Predicate, actors: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return whom the object concerns, one phrase further down: "a camp in Mali".

        Aid and broken ties need somebody at the other end: there the clause's own "in" will do.
        """
        s = self.sentence
        slots = entry.recipient or (self._defaults(i)[1])
        tokens = [
            t for slot in (*slots, "object") if slot != "complement" for t in self._slot(i, slot)
        ]
        below = [k for t in tokens for p in s.kids(t, "prep") for k in self._concerned(p)]
        if entry.type in PLACED:
            below += [k for word in ("in", "across", "throughout") for k in self._slot(i, word)]
        found = [q for k in below for q in self.finder.who(k, "in")]
        return _distinct([q for q in found if not any(q.same(a) for a in actors)])[:1]

    def _concerned(self, p: int) -> list[int]:
        s = self.sentence
        if s.words[p].lower() not in CONCERNING:
            return []
        return [c for k in s.kids(p, "pobj") for c in s.conjuncts(k)]

    def _things(self, i: int, slots: tuple[str, ...]) -> tuple[Party, ...]:
        """Return what is hit where nobody is named: "shelled a hospital". Kept by its words."""
        s = self.sentence
        for slot in slots:
            if slot == "complement":
                continue
            found = [counted(s, t) for t in self._slot(i, slot) if s.is_noun(t)]
            found = [t for t in found if not self.finder.fires(t)]
            found = [t for t in found if s.lemmas[t] not in NO_TARGET]
            if found:
                return tuple(self._located(thing(s, t)) for t in found)
        return ()

    def _located(self, party: Party) -> Party:
        """Return a thing with the country that its phrase names: "an army camp in Mali"."""
        country = self.finder.resolver.country(party.first, party.head)
        return replace(party, country=country) if country else party

    def _first(self, i: int, slots: tuple[str, ...]) -> tuple[Party, ...]:
        """Return the parties of the first slot that names any; "a+b" takes both."""
        for slot in slots:
            found = self._parties(i, slot)
            if found:
                return found
        return ()

    def _parties(self, i: int, slot: str) -> tuple[Party, ...]:
        if slot == "complement":
            return self._in_clause(i)
        found = [p for t in self._slot(i, slot) for p in self.finder.who(t, slot)]
        return _distinct(found)

    def _in_clause(self, i: int) -> tuple[Party, ...]:
        """Return who the clause under i is about: its own subject, else whom it is done to.

        "demanded that Israel leave", "refused to sell shells to Denmark".
        """
        doing = self._parties(i, "subject")
        for k in self.frames.slot(i, "complement"):
            for slot in ("subject", "dative", "object", "to", "with", "from", "on", "against"):
                found = [p for t in self.frames.slot(k, slot) for p in self.finder.who(t, slot)]
                others = [p for p in found if not any(p.same(d) for d in doing)]
                if others:
                    return _distinct(others)
        return ()

    def _slot(self, i: int, slot: str) -> list[int]:
        return [t for t in self.frames.slot(i, slot) if t != i]

    def _object_is_party(self, entry: Predicate) -> bool:
        """Return whether a reciprocal entry means its object as one of the parties."""
        if "object" in entry.needs:
            return any(word in PARTIES for word in entry.needs["object"])
        return "object" in (entry.recipient or ())

    def _inanimate(self, i: int, entry: Predicate) -> bool:
        """Return whether an act of force is laid to something that acts by no will: a virus.

        A weapon or another event may stand for whoever is behind it.
        """
        s = self.sentence
        if entry.type not in {"ASSAULT", "COERCE"} or not s.is_verb(i):
            return False
        doers = [counted(s, t) for t in self.frames.slot(i, "subject")]
        return bool(doers) and all(
            s.is_noun(t)
            and self.goods.at(t) is None
            and not self.finder.words.candidates(s, t)
            and not s.is_proper(t)
            and s.lemmas[t] not in WEAPONS
            for t in doers
        )

    def _goods(self, i: int, entry: Predicate, content: tuple[int, ...]) -> tuple[Found, ...]:
        if entry.goods is None and entry.type in NO_GOODS:
            return ()
        found = self.goods.under(self._goods_tokens(i, entry))
        if not found and content and entry.goods is None:
            inner = [t for k in content for t in self.frames.slot(k, "object")]
            found = self.goods.under([*content, *inner])
        return found

    def _goods_tokens(self, i: int, entry: Predicate) -> list[int]:
        _, _, defaults = self._defaults(i)
        slots = entry.goods if entry.goods is not None else defaults
        return [t for slot in slots if slot != "complement" for t in self.frames.slot(i, slot)]

    def _content(self, i: int, entry: Predicate) -> tuple[int, ...]:
        for slot in entry.content:
            found = self.frames.slot(i, slot)
            if found:
                return tuple(found)
        return ()


def _distinct(parties: tuple[Party, ...] | list[Party]) -> tuple[Party, ...]:
    found: list[Party] = []
    for party in parties:
        if not any(party.same(other) for other in found):
            found.append(party)
    return tuple(found)


def thing(s: Sentence, t: int) -> Party:
    """Return an unresolved party: its words, and nothing else known."""
    first, last = window(s, t)
    return Party(first=first, last=last, head=t, name=s.slice(first, last), named=False)
