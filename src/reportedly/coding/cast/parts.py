"""What part somebody has in a scene: "attacker", "attacked", "teller", "asked" …

Who shoots may flee and be charged, who is shot may die: parts that go together tell whom "he"
means where grammar leaves it open. The idea is that of narrative chains (Chambers and Jurafsky
2008); here the verbs are classes of the lexicon, and what goes together is learnt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.coding.sentences.sentence import Sentence

#: of a verb of the class: the part of who does it, and of whom it is done to
VERBS: Mapping[str, tuple[str, str]] = {
    "scene_attacks": ("attacker", "attacked"),
    "scene_sufferings": ("attacked", "attacker"),
    "scene_flights": ("fleeing", "left"),
    "scene_hunts": ("hunter", "hunted"),
    "scene_charges": ("accuser", "accused"),
    "scene_pleas": ("pleading", "begged"),
    "scene_tellings": ("teller", "told"),
    "scene_demands": ("asking", "asked"),
    "scene_answers": ("answering", "answered"),
    "scene_gifts": ("giver", "given"),
    "scene_takings": ("taker", "taken from"),
    "scene_offices": ("boss", "chosen"),
    "scene_holdings": ("holder", "held"),
    "scene_visits": ("visitor", "visited"),
    "scene_welcomes": ("host", "met"),
    "scene_rescues": ("rescuer", "rescued"),
    "scene_reproaches": ("critic", "criticised"),
    "scene_praises": ("praising", "praised"),
    "scene_victories": ("winner", "loser"),
    "scene_sightings": ("witness", "seen"),
}
#: the part of whom the noun names
NOUNS: Mapping[str, str] = {
    "scene_suspects": "suspect",
    "scene_victims": "victim",
    "scene_officers": "officer",
    "scene_judges": "judge",
    "scene_accusers": "prosecutor",
    "scene_holders": "office",
}
#: the part of whoever has what the noun names
OWNED: Mapping[str, str] = {
    "had_by_victims": "has wounds",
    "had_by_suspects": "has a lawyer",
    "had_by_holders": "has an office",
    "had_by_kin": "has kin",
}
CLASSES = frozenset({*VERBS, *NOUNS, *OWNED})
DONE_TO = frozenset({"dobj", "dative", "nsubjpass"})
SHARED = frozenset({"conj", "xcomp"})


def parts_of(s: Sentence, i: int) -> frozenset[str]:
    """Return the parts that the word at token i has in its sentence; none where nothing tells."""
    if s.kinds.isdisjoint(CLASSES):
        return frozenset()
    return frozenset((*_by_verb(s, i), *_by_clause(s, i), *_by_noun(s, i)))


def _by_verb(s: Sentence, i: int) -> Iterator[str]:
    up, dep = s.heads[i], s.deps[i]
    if dep == "nsubj":
        for verb in _doing(s, up):
            yield from _parts(s, verb, 0)
    elif dep in DONE_TO:
        yield from _parts(s, up, 1)
    elif dep == "pobj":
        verb = s.heads[up]
        yield from _parts(s, verb, 0 if s.deps[up] == "agent" else 1)


def _doing(s: Sentence, verb: int) -> Iterator[int]:
    """Yield the verb and those that share its subject: "shot a man and fled"."""
    yield verb
    for k in s.kids(verb, *SHARED):
        if s.kid(k, "nsubj", "nsubjpass") is None and s.is_verb(k):
            yield k


def _by_clause(s: Sentence, i: int) -> Iterator[str]:
    """Yield what clauses on the noun tell: "a man who shot", "a man accused of"."""
    for verb in s.kids(i, "relcl", "acl"):
        if s.deps[verb] == "acl":
            yield from _parts(s, verb, 1 if s.tags[verb] == "VBN" else 0)
        elif s.kid(verb, "nsubjpass") is not None:
            yield from _parts(s, verb, 1)
        elif any(s.among(k, "relative_pronouns") for k in s.kids(verb, "nsubj")):
            yield from _parts(s, verb, 0)


def _by_noun(s: Sentence, i: int) -> Iterator[str]:
    for k in (i, *s.kids(i, "appos")):
        yield from (NOUNS[name] for name in s.classes[k] & NOUNS.keys())
    if s.deps[i] == "poss":
        yield from (OWNED[name] for name in s.classes[s.heads[i]] & OWNED.keys())


def _parts(s: Sentence, verb: int, side: int) -> Iterator[str]:
    """Yield the parts of the verb's doer (side 0) or of whom it is done to (side 1)."""
    yield from (VERBS[name][side] for name in s.classes[verb] & VERBS.keys())
