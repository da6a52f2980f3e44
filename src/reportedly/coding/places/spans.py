"""Spans of a sentence that may name a place, by the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PROPER = frozenset({"NNP", "NNPS"})
LOCATIVE = _words(
    "in at near from to outside inside around across over into towards toward off along"
    " between through throughout within beyond via leaving entering reaching"
)
SIDES = _words(
    "northern southern eastern western northeastern northwestern southeastern southwestern"
    " north-eastern north-western south-eastern south-western central upper lower north south"
    " east west northeast northwest southeast southwest coast outskirts suburb suburbs city"
    " town village port capital region province district state island islands streets centre"
    " center"
)
KINDS = _words(
    "province city region airport port district county state governorate oblast prefecture"
    " village town island islands peninsula strait river valley base crossing border airfield"
    " refinery stadium square prison camp suburb"
)
BETWEEN = frozenset({"the", "a", "and", ",", "of"})
#: proper nouns that never belong to a place
NO_PLACE = _words(
    "January February March April May June July August September October November December"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mr Mr. Mrs. Ms. Dr. President"
    " Minister Reuters AP AFP"
)
_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.'’ -]+[A-Z])(?P<region>\s*,\s+(?:[A-Z][\w.]+\s?){1,3})?"
    r"\s*(?:\s*,\s+\w+\.?\s+\d+\s*)?(?:\([^)]{2,30}\)\s*)?[-–—]"
)
_REGION = re.compile(
    r",\s+([A-Z][A-Za-z]*\.(?:\s?[A-Z][a-z]*\.)?|[A-Z]{2}\b"
    r"|[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2})"
)

Found = tuple[int, int, str]


def find_places(words: Sequence[str], tags: Sequence[str]) -> list[Found]:
    """Return (first, last, kind) of spans that may name a place, in text order, last included.

    tags  Penn Treebank, one a word
    kind  dateline, locative ("near Kyiv"), kind ("Idlib province"), side ("eastern Aleppo"),
          list (joined to one before by "and" or a comma)
    """
    found = _dateline(words)
    start = found[0][1] + 1 if found else 0
    for first, last in _proper_runs(words, tags, start):
        kind = _kind_of(words, tags, first, last, found)
        if kind:
            found.append((first, last, kind))
    return found


def _proper_runs(words: Sequence[str], tags: Sequence[str], at: int) -> list[tuple[int, int]]:
    """Return the runs of proper nouns; "Strait of Hormuz" and "Deir al-Zor" are one run."""
    runs: list[tuple[int, int]] = []
    while at < len(words):
        if not _is_proper(words, tags, at):
            at += 1
            continue
        first = at
        while at + 1 < len(words):
            if _is_proper(words, tags, at + 1):
                at += 1
            elif (
                words[at + 1] in {"of", "-"}
                and at + 2 < len(words)
                and (_is_proper(words, tags, at + 2) and _joins(words, at))
            ):
                at += 2
            else:
                break
        runs.append((first, at))
        at += 1
    return runs


def _is_proper(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    return tags[at] in PROPER and words[at] not in NO_PLACE and words[at][0].isalnum()


def _joins(words: Sequence[str], at: int) -> bool:
    """Return whether "of" or a hyphen after the word keeps a name together."""
    heads = {"Strait", "Gulf", "Sea", "Bay", "Isle", "Cape", "Horn", "Port", "City", "Republic"}
    return words[at + 1] == "-" or words[at] in heads


def _kind_of(
    words: Sequence[str], tags: Sequence[str], first: int, last: int, found: Sequence[Found]
) -> str | None:
    before = first - 1
    if before >= 0 and words[before].lower() == "the":
        before -= 1
    word = words[before].lower() if before >= 0 else ""
    if word == "of" and before > 0 and words[before - 1].lower() in SIDES:
        return "side"
    if last + 1 < len(words) and words[last + 1] in KINDS:
        return "kind"
    if words[last].lower() in KINDS and last > first:
        return "kind"
    if word in SIDES and tags[before] not in PROPER:
        return "side"
    if word in LOCATIVE and tags[before] in {"IN", "TO", "VBG", "RP"}:
        return "locative"
    if found and word in {"and", ",", "or"} and found[-1][1] in {before - 1, before - 2}:
        return "list"
    return None


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
