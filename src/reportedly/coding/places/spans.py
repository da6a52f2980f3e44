"""Spans of a sentence that may name a place, by the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.coding.sentences.sentence import Sentence

_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.'’ -]+[A-Z])(?P<region>\s*,\s+(?:[A-Z][\w.]+\s?){1,3})?"
    r"\s*(?:\s*,\s+\w+\.?\s+\d+\s*)?(?:\([^)]{2,30}\)\s*)?[-–—]"
)
_REGION = re.compile(
    r",\s+([A-Z][A-Za-z]*\.(?:\s?[A-Z][a-z]*\.)?|[A-Z]{2}\b"
    r"|[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2})"
)

Found = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Outline:
    """The runs of proper nouns of a sentence, and those that stand like the names of places.

    runs    (first, last) in text order, last included
    placed  (first, last, kind) in text order: dateline, locative ("near Kyiv"), kind ("Idlib
            province"), side ("eastern Aleppo"), list (joined to one before by "and" or a comma)
    """

    runs: tuple[tuple[int, int], ...]
    placed: tuple[Found, ...]


def find_places(s: Sentence) -> Outline:
    """Return what the words around its proper nouns tell of a sentence's places."""
    found = _dateline(s.words)
    runs = [(first, last) for first, last, _ in found[:1]]
    runs += _proper_runs(s, found[0][1] + 1 if found else 0)
    for first, last in runs[len(found[:1]) :]:
        kind = _kind_of(s, first, last, found)
        if kind:
            found.append((first, last, kind))
    return Outline(tuple(runs), tuple(found))


def _proper_runs(s: Sentence, at: int) -> list[tuple[int, int]]:
    """Return the runs of proper nouns; "Strait of Hormuz" and "Deir al-Zor" are one run."""
    runs: list[tuple[int, int]] = []
    while at < len(s):
        if not _is_name(s, at):
            at += 1
            continue
        first = at
        while at + 1 < len(s):
            if _is_name(s, at + 1):
                at += 1
            elif _joins(s, at + 1) and at + 2 < len(s) and _is_name(s, at + 2):
                at += 2
            else:
                break
        at += _numbered(s, at)
        runs.append((first, at))
        at += 1
    return runs


def _numbered(s: Sentence, at: int) -> bool:
    """Return whether a number ends the name: "Checkpoint 56"."""
    return at + 1 < len(s) and s.words[at + 1].isdigit() and s.among(at, "sites_of_acts")


def _is_name(s: Sentence, at: int) -> bool:
    return s.is_proper(at) and not s.among(at, "no_places") and s.words[at][0].isalnum()


def _joins(s: Sentence, at: int) -> bool:
    """Return whether the token keeps a name together: "of" or a hyphen."""
    return s.words[at] == "-" or (s.words[at] == "of" and s.among(at - 1, "names_with_of"))


def _kind_of(s: Sentence, first: int, last: int, found: Sequence[Found]) -> str | None:
    before = first - 1
    if before >= 0 and s.words[before].lower() == "the":
        before -= 1
    if before > 0 and s.words[before].lower() == "of" and _is_side(s, before - 1):
        return "side"
    if _is_kind(s, last + 1) or (last > first and _is_kind(s, last)):
        return "kind"
    if before < 0:
        return None
    if _is_side(s, before) and not s.is_proper(before):
        return "side"
    if _leads_to(s, before):
        return "locative"
    joined = found and s.among(before, "list_joiners")
    if joined and found[-1][1] in {before - 1, before - 2}:
        return "list"
    return None


def _is_side(s: Sentence, at: int) -> bool:
    """Return whether the token says that a place is named next: "north", "suburbs"."""
    return s.among(at, "plural_sides") or (_is_one(s, at) and s.among(at, "sides_of_places"))


def _is_kind(s: Sentence, at: int) -> bool:
    """Return whether the token says what a name is the name of: "province", "islands"."""
    if at >= len(s) or not s.is_noun(at):
        return False
    return s.among(at, "plural_kinds") or (_is_one(s, at) and s.among(at, "kinds_of_place"))


def _is_one(s: Sentence, at: int) -> bool:
    """Return whether the token is no verb and no plural: "EU states" name no place."""
    return not s.is_verb(at) and s.tags[at] not in {"NNS", "NNPS"}


def _leads_to(s: Sentence, at: int) -> bool:
    """Return whether a place follows the token: "near", "leaving"."""
    if s.tags[at] == "VBG":
        return s.among(at, "moves_between_places")
    return s.tags[at] in {"IN", "TO", "RP"} and s.among(at, "place_prepositions")


def _dateline(words: Sequence[str]) -> list[Found]:
    """Return the place before "(Reuters) -" at the start of a text, or nothing."""
    head = " ".join(words[:16])
    match = _DATELINE.match(head)
    if match is None:
        return []
    count = len(match["place"].split())
    found = [(0, count - 1, "dateline")]
    if match["region"]:
        found.append((count + 1, count + len(match["region"].split()) - 1, "list"))
    return found


def following_region(text: str, end: int) -> str | None:
    """Return what follows a place name after a comma: "Texas" in "Paris, Texas"; else None.

    end  offset in text of the end of the place name. The words are not looked up.
    """
    match = _REGION.match(text, end)
    return match[1] if match else None
