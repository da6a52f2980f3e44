"""Words for goods that mean none where they stand: part of a name, or only the sort of a thing."""

from __future__ import annotations

from collections.abc import Collection

from reportedly.coding.sentences.sentence import Sentence


def means_none(
    s: Sentence, first: int, last: int, heads: Collection[int], named: Collection[int]
) -> bool:
    """Return whether a good's words at tokens first..last mean no good here.

    heads: of all that are words for goods; named: tokens of known names.
    """
    if s.deps[last] == "attr" or (s.among(last, "plural_goods") and s.tags[last] == "NN"):
        return True  # "the novelist is a prisoner of his habits"; "an arm"
    return is_sort(s, last, heads) or is_name(s, first, last, named)


def is_sort(s: Sentence, i: int, heads: Collection[int]) -> bool:
    """Return whether noun i only tells of which sort another thing is: "steel trader", "oil
    tankers". In "oil exports", "arms package" it is the good itself. heads: of other goods.
    """
    up = s.heads[i]
    if s.deps[i] not in {"compound", "nmod"} or up <= i:
        return False
    if up in heads:  # "fuel and food supplies": not of "food supplies" alone
        shared = any(i < k < up for k in s.kids(i, "conj"))
        return not (shared and s.among(up, "carrying_nouns"))
    return not (s.among(up, "carrying_nouns") or s.among(up, "measures"))


def is_name(s: Sentence, first: int, last: int, named: Collection[int]) -> bool:
    """Return whether the words are part of somebody's or some place's name: "Johnny Cash".

    named: tokens of known names.
    """
    if last in named:
        return True
    if not s.is_proper(last) or last == 0:
        return False  # "Rice was donated": the first word tells nothing by its capital
    if first > 0 and s.is_proper(first - 1) and s.heads[first - 1] == last:
        return s.words[first - 1].istitle()
    return first == last and s.words[last].istitle() and not s.among(last, "product_names")
