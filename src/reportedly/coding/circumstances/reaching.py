"""Places that another clause tells than the act's own: "the town where they met"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.belonging import belongs, head_of
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.participants.draft import Draft
from reportedly.coding.sentences.sentence import Sentence


def reaches(draft: Draft, analysis: Analysis, span: tuple[int, int], struck: bool) -> bool:
    """Return whether the act lies at the place of a span that stands outside its clause.

    struck: whether acts of its type lie where what they are done to lies
    """
    if _is_antecedent(draft, analysis, span, struck):
        return True
    return struck and (
        _of_what_goes_on(draft, analysis, span) or _of_what_it_is(draft, analysis, span)
    )


def _is_antecedent(draft: Draft, analysis: Analysis, span: tuple[int, int], struck: bool) -> bool:
    """Return whether the act is told of the place in a relative clause.

    "The town where they met", and of what is done to a place: "Kori, which was bombed".
    """
    s = analysis.sentence
    place = set(names_of_place(s, span))
    for verb in _verbs(analysis.slots, draft.mention.i):
        top = verb
        while s.deps[top] == "conj" and s.is_verb(top):
            top = s.heads[top]
        if s.deps[top] != "relcl" or s.heads[top] not in place:
            continue
        if any(s.words[k].lower() == "where" for k in s.kids(verb, "advmod")):
            return True
        done_to = s.kids(verb, "dobj", "nsubjpass")
        return struck and any(s.tags[k] in {"WDT", "WP"} for k in done_to)
    return False


def _of_what_goes_on(draft: Draft, analysis: Analysis, span: tuple[int, int]) -> bool:
    """Return whether the verb above tells the place, and the act what is done there.

    "They hid in the Mandara hills, burning villages."
    """
    s = analysis.sentence
    return any(
        s.deps[verb] == "advcl"
        and s.tags[verb] == "VBG"
        and s.kid(verb, "mark", "nsubj", "nsubjpass") is None
        and not s.kids(verb, "prep")
        and belongs(s.heads[verb], analysis, span) == 3
        for verb in _verbs(analysis.slots, draft.mention.i)
    )


def _of_what_it_is(draft: Draft, analysis: Analysis, span: tuple[int, int]) -> bool:
    """Return whether a clause below the act tells the place: "was killed fighting in Kori"."""
    s, i = analysis.sentence, draft.mention.i
    below = (k for k in s.kids(i, "advcl", "xcomp") if k > i)
    for verb in below:
        marks = {s.words[k].lower() for k in s.kids(verb, "mark", "advmod")}
        plain = s.tags[verb] == "VBG" and not marks and s.kid(verb, "nsubj", "nsubjpass") is None
        if (plain or "when" in marks) and _is_inside(s, verb, span):
            return True
    return False


def _is_inside(s: Sentence, verb: int, span: tuple[int, int]) -> bool:
    """Return whether the place hangs on the verb with no verb between."""
    top = head_of(s, span)
    above = s.path(top) if top is not None else iter(())
    return next((up for up in above if s.is_verb(up)), None) == verb


def names_of_place(s: Sentence, span: tuple[int, int]) -> Iterator[int]:
    """Yield the head of the place, and what it is the name of: "the town of Afrin"."""
    top = head_of(s, span)
    while top is not None:
        yield top
        above = s.heads[top]
        if s.deps[top] in {"compound", "nmod", "amod"} and s.is_noun(above):
            top = above
        elif (
            s.deps[top] == "pobj" and s.words[above].lower() == "of" and is_kind(s, s.heads[above])
        ):
            top = s.heads[above]
        else:
            return


def is_kind(s: Sentence, i: int) -> bool:
    """Return whether noun i only says what a place is or which side of it: "the town of Afrin"."""
    return s.among(i, "sides_of_places") or s.among(i, "kinds_of_place")


def _verbs(slots: Slots, i: int) -> tuple[int, ...]:
    """Return the act's own word and the verb that carries it."""
    return tuple(dict.fromkeys((i, slots.lending.carriers.get(i, i))))
