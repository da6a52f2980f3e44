"""Nationals are people, and not their state: "an Iranian", "two Iranians"."""

from __future__ import annotations

from reportedly.coding.cast.memory import NATIONAL
from reportedly.coding.cast.party import Party
from reportedly.coding.cast.scene import Scene
from reportedly.coding.mentions.match import Match
from reportedly.coding.mentions.noun_phrases import left_edge, within
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import State

#: where a demonym heads a noun phrase; what hangs on people and tells which of them are meant
DEMONYMS = frozenset({"adjective", "people", "one"})
HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "appos", "attr", "ROOT"})
NARROWING = ("relcl", "acl", "prep", "amod", "nummod")


def nationals(scene: Scene, match: Match, i: int, first: int) -> Party | None:
    """Return the people that a demonym at head i names; None where it stands for the state.

    "The Iranians" are the state's side, unless the article has told of Iranians before.
    """
    state = match.entry
    if not isinstance(state, State) or not _people(scene, state, match, i):
        return None
    s = scene.sentence
    several = match.form == "people" or s.tags[i] in {"NNS", "NNPS"} or _counts_several(s, i)
    several = several and match.form != "one" and not _one(s, i)
    if joined_nationals(scene, match, i):
        first = next(k for k in range(i, first, -1) if s.among(k, "list_joiners")) + 1
    return _national(s, state, first, i, several=several)


def joined_nationals(scene: Scene, match: Match, i: int) -> tuple[Party, ...]:
    """Return the people named before head i, where a parse hangs both on it.

    "An American and two Britons" are two parties; the second one's phrase begins behind "and".
    """
    s, found = scene.sentence, []
    first = left_edge(s, i)
    if not match.people and not _one(s, i):
        return ()
    for other in within(scene.names, first, match.first - 1):
        joined = any(s.among(k, "list_joiners") for k in range(other.last + 1, match.first))
        counted = other.first > 0 and s.tags[other.first - 1] in {"DT", "CD"}
        if isinstance(other.entry, State) and joined and counted and other.form in DEMONYMS:
            one = s.tags[other.first - 1] == "DT"
            begin = other.first - (0 if one else 1)
            found.append(_national(s, other.entry, begin, other.last, several=not one))
    return tuple(found)


def _national(s: Sentence, state: State, first: int, last: int, *, several: bool) -> Party:
    return Party(
        first=first,
        last=last,
        head=last,
        name=s.slice(first, last),
        country=state.code,
        role=NATIONAL,
        named=False,
        person=not several,
        plural=several,
        rules=(state.id,),
    )


def _people(scene: Scene, state: State, match: Match, i: int) -> bool:
    """Return whether the demonym at head i means people, one or several."""
    s = scene.sentence
    if match.last != i or s.deps[i] in {"compound", "amod", "nmod"} or not s.is_noun(i):
        return False
    counted = s.kid(i, "nummod") is not None or _one(s, i) or _told(s, i)
    if match.form in {"adjective", "one"}:
        singular = match.form == "one" or f"{s.words[i]}s" in state.people
        return counted or (singular and _stands_alone(s, i))
    if match.form != "people":
        return False
    definite = any(s.words[k].lower() == "the" for k in s.kids(i, "det"))
    narrowed = any(s.kid(i, dep) is not None for dep in NARROWING)
    return not definite or narrowed or counted or _remembered(scene, state)


def _stands_alone(s: Sentence, i: int) -> bool:
    """Return whether a demonym is no adjective that a parse has cut off its noun."""
    joined = s.kid(i, "conj", "cc") is not None or s.deps[i] == "conj"
    return not joined and s.deps[i] in HEADS


def _one(s: Sentence, i: int) -> bool:
    return any(s.words[k].lower() in {"a", "an", "another", "one"} for k in s.children[i] if k < i)


def _told(s: Sentence, i: int) -> bool:
    """Return whether a word before the demonym says that some of many are meant."""
    return any(s.among(k, "some_of_many") for k in s.children[i] if k < i)


def _counts_several(s: Sentence, i: int) -> bool:
    return any(s.words[k].lower() != "one" for k in s.kids(i, "nummod"))


def _remembered(scene: Scene, state: State) -> bool:
    return any(
        party.role == NATIONAL and party.country == state.code
        for _, parties in scene.memory.mentions
        for party in parties
    )
