"""What never was: acts in novels, films, scenarios, and what drills only simulate."""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Sentence

_OBJECTS = frozenset(
    {"dobj", "nsubjpass", "ccomp", "xcomp", "pobj", "pcomp", "conj", "acl", "prep"}
)


def is_unreal(s: Sentence, i: int, *, force: bool = False) -> bool:
    """Return whether the act at token i is told of an invented or simulated world.

    "In the film, Chad invades Niger"; "the exercise simulated a raid", but not the drill.
    force: whether the act is one of force: "in the drill, gunmen stormed a ferry".
    """
    if any(s.among(k, "mock_words") for k in s.kids(i, "amod", "compound")):
        return True
    below = i
    for k in (i, *s.path(i)):
        told = s.deps[below] in {"ccomp", "xcomp", "dobj", "pcomp"} and _told_by_fiction(s, k, i)
        if s.is_verb(k) and (_set_in_fiction(s, k) or told or (force and _in_drill(s, k))):
            return True
        filled = below == i and s.deps[i] == "nsubj" and s.among(k, "filling_verbs")
        if filled and _has_fiction(s, k):
            return True
        if k != i and s.among(k, "simulating_verbs") and s.deps[below] in _OBJECTS:
            return True
        if k != i and _is_fiction(s, k) and _inside(s, below):
            return True
        if s.deps[k] in {"parataxis", "appos"}:
            return False
        below = k
    return False


def _is_fiction(s: Sentence, k: int) -> bool:
    if not s.is_noun(k) or s.is_proper(k):
        return False
    games = s.among(k, "game_nouns") and any(
        s.among(m, "game_kinds") for m in s.kids(k, "compound", "amod", "nmod")
    )
    whole = (w for p in s.kids(k, "prep") if s.words[p].lower() == "of" for w in s.kids(p, "pobj"))
    part = s.among(k, "parts_of_fiction") and any(_is_fiction(s, w) for w in whole)
    return s.among(k, "fiction_nouns") or games or part or _numbered_part(s, k)


def _numbered_part(s: Sentence, k: int) -> bool:
    """Return whether noun k is a part of fiction that is told by its number or place in it: "the
    first episode", "episode four"; not "the last episode of the conflict"."""
    whole = any(s.words[p].lower() in {"of", "in"} for p in s.kids(k, "prep"))
    if whole or not s.among(k, "numbered_parts"):
        return False
    before = (m for m in s.kids(k, "amod", "nummod") if s.among(m, "places_in_a_row"))
    behind = k + 1 < len(s) and s.tags[k + 1] == "CD" and s.heads[k + 1] == k
    return behind or next(before, None) is not None


def _set_in_fiction(s: Sentence, verb: int) -> bool:
    """Return whether a phrase of verb sets it in fiction: "in the novel, …"."""
    frames = [p for p in s.kids(verb, "prep") if s.among(p, "framing_prepositions")]
    return any(_is_fiction(s, k) for p in frames for k in s.kids(p, "pobj"))


def _in_drill(s: Sentence, verb: int) -> bool:
    """Return whether verb opens with "in the drill": during one, gunmen may come in earnest."""
    opened = [p for p in s.kids(verb, "prep") if p < verb and s.words[p].lower() == "in"]
    return any(s.among(k, "drill_nouns") for p in opened for k in s.kids(p, "pobj"))


def _told_by_fiction(s: Sentence, verb: int, i: int) -> bool:
    """Return whether fiction is the subject of verb, which tells of i: "the film shows how"."""
    return verb != i and any(_is_fiction(s, k) for k in s.kids(verb, "nsubj"))


def _has_fiction(s: Sentence, verb: int) -> bool:
    """Return whether fiction is the object of verb: "a siege fills half of the novel"."""
    return any(_is_fiction(s, k) for k in s.kids(verb, "dobj"))


def _inside(s: Sentence, below: int) -> bool:
    """Return whether what hangs on a fiction is in it: "a film in which", "a novel about"."""
    if s.deps[below] == "relcl":
        opened = [k for k in s.subtree(below)[:3] if s.tags[k] in {"WDT", "WRB"}]
        return any(s.tags[k] == "WRB" or s.deps[k] == "pobj" for k in opened)
    return s.words[below].lower() == "about"
