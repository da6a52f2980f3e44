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
        _of_what_goes_on(draft, analysis, span)
        or _of_what_it_is(draft, analysis, span)
        or _of_what_it_is_part_of(draft, analysis, span)
    )


def _is_antecedent(draft: Draft, analysis: Analysis, span: tuple[int, int], struck: bool) -> bool:
    """Return whether the act is told of the place in a relative clause.

    "The town where they met", and of what is done to a place: "Kori, which was bombed".
    """
    s = analysis.sentence
    place = set(names_of_place(s, span))
    if where_it_is(analysis, draft.mention.i) in place:
        return True
    for verb in _verbs(analysis.slots, draft.mention.i):
        top = _first_of_list(s, verb)
        if s.deps[top] != "relcl" or s.heads[top] not in place:
            continue
        done_to = s.kids(verb, "dobj", "nsubjpass")
        return struck and any(s.tags[k] in {"WDT", "WP"} for k in done_to)
    return False


def where_it_is(analysis: Analysis, i: int) -> int | None:
    """Return the noun whose "where" begins the clause of the act at token i: "the camp where"."""
    s = analysis.sentence
    for verb in _verbs(analysis.slots, i):
        top = _first_of_list(s, verb)
        adverbs = [k for at in s.conjuncts(top) for k in s.kids(at, "advmod")]
        where = next((k for k in adverbs if s.words[k].lower() == "where"), 0)
        if where and s.deps[top] == "relcl":
            return s.heads[top]
        if where and s.deps[top] == "advcl" and s.is_noun(where - 1):
            return where - 1
    return None


def _first_of_list(s: Sentence, verb: int) -> int:
    """Return the verb that the others are coordinated with."""
    while s.deps[verb] == "conj" and s.is_verb(s.heads[verb]):
        verb = s.heads[verb]
    return verb


def _of_what_goes_on(draft: Draft, analysis: Analysis, span: tuple[int, int]) -> bool:
    """Return whether the verb above tells the place, and the act what is done there.

    "They hid in the Mandara hills, burning villages", "they went to Kori to fight".
    """
    s = analysis.sentence
    return any(
        s.deps[verb] == "advcl"
        and s.kid(verb, "mark", "nsubj", "nsubjpass") is None
        and (s.tags[verb] == "VBG" or (s.tags[verb] == "VB" and _leads_to(s, span)))
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


def _of_what_it_is_part_of(draft: Draft, analysis: Analysis, span: tuple[int, int]) -> bool:
    """Return whether the place is that of an act in which this one is done.

    "Detained in raids across Kori".
    """
    s = analysis.sentence
    top = head_of(s, span)
    if top is None or s.deps[top] != "pobj":
        return False
    noun = next((up for up in s.path(top) if s.is_noun(up) or s.is_verb(up)), None)
    if (
        noun is None
        or s.deps[noun] != "pobj"
        or not s.among(s.heads[noun], "position_prepositions")
    ):
        return False
    act = bool(analysis.evidence.vocabulary.senses(s, noun))
    return act and s.heads[s.heads[noun]] in _verbs(analysis.slots, draft.mention.i)


def _leads_to(s: Sentence, span: tuple[int, int]) -> bool:
    """Return whether the place is where something goes: "to Kori"."""
    top = head_of(s, span)
    above = s.path(top) if top is not None else iter(())
    return s.among(next((up for up in above if s.deps[up] == "prep"), 0), "arrival_prepositions")


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
