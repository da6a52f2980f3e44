"""Mentions: every noun phrase and pronoun of a sentence that may speak of somebody or a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.coding.cast.antecedents import empty_it, kind_of
from reportedly.coding.cast.known import gender_of
from reportedly.coding.cast.memory import Number, Pronoun, has_name
from reportedly.coding.cast.parts import parts_of
from reportedly.coding.cast.party import Party, Sort
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.cast.sorts import sort_of
from reportedly.coding.mentions.noun_phrases import counted, covering, name_tokens, window
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import MentionForm

PRONOUNS = frozenset({"PRP", "PRP$"})
#: what hangs so is part of its head's phrase, unless it is a name
INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "quantmod", "npadvmod"})
#: what is said of somebody is no mention: "became president"
PREDICATED = frozenset({"attr", "oprd"})
#: determiners that head a phrase for people: "those who fled"
HEADING = frozenset({"those", "all", "both", "many", "some", "others", "several", "none"})
#: prepositions inside names of bodies
OF_NAMES = frozenset({"of", "for"})
CALENDAR = ("temporal_words", "months", "weekdays")
MADE_NOUNS = frozenset({"JJ", "VBN", "JJS"})


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Tokens first..last of a sentence, head the one that counts, and what they tell.

    number    of the sentence in its article
    sort      what is spoken of; None where the words do not tell
    parties   who it is by its own words and what stands before it; () where nobody can tell
    gender    "m" or "f"; None when unknown
    several   whether more than one is meant
    word      lemma of the head
    definite  whether the words point at somebody known: "the boy", "their son"
    person    1, 2 or 3, of a pronoun
    slot      how it hangs: "main subject", "subject", or the parser's label
    before    lemmas of what stands before its head
    text      its words, of a phrase up to the head; "" for a pronoun
    parts     what it does in the scene: "attacker", "told"
    """

    number: int
    first: int
    last: int
    head: int
    form: MentionForm
    sort: Sort | None
    word: str
    parties: tuple[Party, ...] = ()
    gender: str | None = None
    several: bool = False
    definite: bool = False
    person: int = 3
    pronoun: Pronoun | None = None
    slot: str = ""
    before: frozenset[str] = frozenset()
    text: str = ""
    parts: frozenset[str] = frozenset()

    @property
    def party(self) -> Party | None:
        """The one party that it names, None where it names nobody or several."""
        return self.parties[0] if len(self.parties) == 1 else None


def mentioned(resolver: Resolver, number: int) -> Iterator[Mentioned]:
    """Yield the mentions of the resolver's sentence in the order of their heads."""
    s = resolver.sentence
    for i in range(len(s)):
        found = None
        if s.tags[i] in PRONOUNS:
            found = _pronoun(s, i, number)
        elif s.is_noun(i):
            found = _noun(resolver, i, number)
        elif heads_people(s, i):
            found = _phrase(resolver, i, number, Sort.PEOPLE)
        if found is not None:
            before = frozenset(s.lemmas[k].lower() for k in s.kids(i, *INSIDE, "poss"))
            last = found.last if found.form is MentionForm.NAME else i
            text = "" if found.form is MentionForm.PRONOUN else s.slice(found.first, last)
            parts = parts_of(s, i)
            yield replace(found, slot=slot_of(s, i), before=before, text=text, parts=parts)


def slot_of(s: Sentence, i: int) -> str:
    """Return how token i hangs: "main subject", "subject", or the parser's label."""
    if s.deps[i] not in {"nsubj", "nsubjpass"}:
        return s.deps[i]
    return "main subject" if s.heads[i] == s.root else "subject"


def named_party(parties: Sequence[Party]) -> Party | None:
    """Return the one party if it has a name of its own or an id, else None."""
    if len(parties) != 1:
        return None
    party = parties[0]
    return party if has_name(party) or party.actor_id is not None else None


def heads_people(s: Sentence, i: int) -> bool:
    """Return whether a word that is no noun stands for people: "those who", "the dead"."""
    if s.deps[i] not in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}:
        return False
    if s.words[i].lower() in HEADING and s.tags[i] in {"DT", "JJ", "NN"}:
        who = (k for c in s.kids(i, "relcl") for k in s.kids(c, "nsubj", "nsubjpass"))
        return any(s.words[k].lower() == "who" for k in who)
    made = s.tags[i] in MADE_NOUNS and s.kid(i, "det") is not None
    if made and s.words[s.kids(i, "det")[0]].lower() == "the":
        return not any(s.is_noun(k) for k in s.children[i])
    if s.among(i, "crowd_numbers") or (s.tags[i] == "CD" and s.deps[i] == "nsubjpass"):
        return True
    return s.tags[i] == "CD" and s.deps[i] == "dobj" and s.among(s.heads[i], "harming_verbs")


def _pronoun(s: Sentence, i: int, number: int) -> Mentioned | None:
    kind = kind_of(s, i)
    word = s.words[i].lower()
    person = 3
    several = kind is not None and kind.number is Number.SEVERAL
    if kind is None:
        if s.among(i, "second_pronouns"):
            person = 2
        elif s.among(i, "first_pronouns"):
            person, several = 1, s.among(i, "several_speakers")
        else:
            return None
    if word == "it" and empty_it(s, i):
        return None
    return Mentioned(
        number, i, i, i, MentionForm.PRONOUN, None, word, gender=gender_of(s, i),
        several=several, definite=True, person=person, pronoun=kind,
    )  # fmt: skip


def _noun(resolver: Resolver, i: int, number: int) -> Mentioned | None:
    """Return the mention that ends in noun i; None for a word inside another name or phrase."""
    s, scene = resolver.sentence, resolver.scene
    known = covering(scene.names, i)
    if known is not None and known.first <= s.heads[i] <= known.last and s.heads[i] != i:
        return None
    inside = s.deps[i] in INSIDE
    if known is not None:
        if known.form == "adjective" or (inside and known.people):
            return None
        return _name(resolver, i, number, known.first, known.last)
    if inside:
        return _inside(resolver, i, number)
    role = covering(scene.roles, i)
    if s.deps[i] in PREDICATED and not s.is_proper(i):
        return None
    if s.is_proper(i) and sort_of(resolver, i) is Sort.BODY and _called(s, i):
        return _name(resolver, i, number, None, _end(s, i, OF_NAMES))
    if role is None and (s.is_proper(i) or _surname(resolver, i)):
        return _name(resolver, i, number, None)
    sort = Sort.PEOPLE if s.among(i, "crowd_numbers") else sort_of(resolver, counted(s, i))
    return _phrase(resolver, i, number, sort) if sort is not None else None


def _inside(resolver: Resolver, i: int, number: int) -> Mentioned | None:
    """Return the mention that noun i is before another noun: "Lima officials", "police vans"."""
    s, scene = resolver.sentence, resolver.scene
    role = covering(scene.roles, i)
    if role is not None:
        body = role.last == i and sort_of(resolver, i) is Sort.BODY  # no "refugee camps"
        if body and not s.is_proper(i):
            return _phrase(resolver, i, number, Sort.BODY)
        first = i
        while first > 0 and s.is_proper(first - 1):
            first -= 1
        named = body and first < i and not s.is_proper(s.heads[i])  # "Border Force | vessel"
        return _name(resolver, i, number, first, i) if named else None
    free = s.is_proper(i) and not s.is_proper(s.heads[i])
    if not free or s.deps[i] == "amod" or _goes_on(s, i):
        return None
    first, _ = name_tokens(s, i, [*scene.names, *scene.roles])
    return _name(resolver, i, number, first)


def _surname(resolver: Resolver, i: int) -> bool:
    """Return whether a word taken for a common noun is somebody's name."""
    return resolver.sentence.words[i][0].isupper() and bool(named_party(resolver.resolve(i)))


def _goes_on(s: Sentence, i: int) -> bool:
    """Return whether the name goes on behind token i: "Comic | Corps booth"."""
    return i + 1 < len(s) and s.is_proper(i + 1) and s.heads[i + 1] == s.heads[i]


def _name(
    resolver: Resolver, i: int, number: int, first: int | None, last: int | None = None
) -> Mentioned | None:
    s = resolver.sentence
    if any(s.among(i, name) for name in CALENDAR) or not s.words[i][0].isalnum():
        return None
    if len(s.words[i]) < 2 and s.deps[i] in INSIDE:
        return None
    parties = resolver.resolve(i)
    left = first if first is not None and s.deps[i] in INSIDE else window(s, i)[0]
    sort = sort_of(resolver, i)
    party = parties[0] if parties else None
    named = party is None or has_name(party) or party.is_state or party.actor_id is not None
    named = named or last is not None
    return Mentioned(
        number,
        left,
        max(i, last or i),
        i,
        MentionForm.NAME if named else MentionForm.PHRASE,
        sort,
        s.lemmas[i],
        parties,
        gender=party.gender if party else None,
        several=s.tags[i] == "NNPS" and sort is Sort.PEOPLE,
        definite=True,
    )


def _phrase(resolver: Resolver, i: int, number: int, sort: Sort) -> Mentioned:
    s = resolver.sentence
    head = counted(s, i)
    parties = resolver.resolve(head)
    party = parties[0] if parties else None
    several = s.tags[head] in {"NNS", "NNPS"} or not s.is_noun(head) or s.tags[i] == "CD"
    first, _ = window(s, i)
    gender = (party.gender if party else None) or gender_of(s, head)
    return Mentioned(
        number, first, _end(s, i), i, MentionForm.PHRASE, sort, s.lemmas[head],
        parties, gender, several, definite(s, i),
    )  # fmt: skip


def is_joined(s: Sentence, k: int) -> bool:
    """Return whether an apposition is the second of a list that a parse has torn apart.

    "The government of Peru and the Shining Path": nobody is the other.
    """
    before = s.subtree(k)[0] - 1
    return before >= 0 and s.tags[before] == "CC"


def definite(s: Sentence, i: int) -> bool:
    """Return whether the phrase of noun i points at somebody known."""
    if s.kid(i, "poss") is not None:
        return True
    words = [s.words[k].lower() for k in s.kids(i, "det", "predet")]
    return any(word in {"the", "this", "that", "these", "those", "both"} for word in words)


def _end(s: Sentence, i: int, words: frozenset[str] = frozenset()) -> int:
    """Return the last token of the phrase headed by i, prepositional phrases included.

    words: the prepositions that count; none given: all.
    """
    last = i
    for k in s.children[i]:
        fits = not words or s.words[k].lower() in words
        if k == last + 1 and s.deps[k] == "prep" and fits:
            last = s.subtree(k)[-1]
    while last > i and (s.tags[last] == "CC" or not s.words[last][0].isalnum()):
        last -= 1
    return last


def _called(s: Sentence, i: int) -> bool:
    """Return whether a body's capitalised noun is part of its name: "Ruiz Foundation"."""
    before = i > 0 and s.is_proper(i - 1) and s.heads[i - 1] == i
    of = (k for p in s.kids(i, "prep") for k in s.kids(p, "pobj") if s.words[p].lower() in OF_NAMES)
    return before or any(s.is_proper(k) for k in of)
