"""Which expression of a sentence belongs to which act, by where the two hang."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.analysis import Analysis
from reportedly.coding.sentences.sentence import Sentence

#: clauses that have times of their own: nothing is inherited through them
CLOSED = frozenset({"relcl", "advcl", "ccomp", "acl", "parataxis"})
#: classes of nouns for a part of a time: "the night of 5 May"
_PARTS = (
    "day_parts", "lengths_of_time", "part_nouns", "calendar_units", "period_words", "seasons",
    "months", "weekdays", "weekends", "year_ends", "year_parts", "time_turns",
)  # fmt: skip


def nearest(
    i: int, analysis: Analysis, spans: Sequence[tuple[int, int]], ties: Sequence[int]
) -> int | None:
    """Return the index of the span, in article offsets, that belongs to the act at token i.

    ties: how closely each of them does.
    """
    ranked = []
    for index, (span, tie) in enumerate(zip(spans, ties, strict=True)):
        if tie:
            distance = abs(span[0] - analysis.sentence.starts[i])
            ranked.append((-tie, distance, index))
    return min(ranked)[2] if ranked else None


def head_of(s: Sentence, span: tuple[int, int]) -> int | None:
    """Return the token of the span that stands above its others, or None for no token."""
    inside = s.covered(*span)
    if not inside:
        return None
    return next((t for t in inside if s.heads[t] not in inside or s.heads[t] == t), inside[0])


def belongs(i: int, analysis: Analysis, span: tuple[int, int], hung: int | None = None) -> int:
    """Return how closely the expression belongs to the act at token i.

    hung: of a time, the token from which it hangs. The day of a raid is that of what is done in
    it; a place is not so shared.
    """
    s = analysis.sentence
    inside = set(s.covered(*span))
    top = head_of(s, span) if hung is None else hung
    if top is None:
        return 0
    carrier = analysis.slots.lending.carriers.get(i, i)
    for up in (top, *s.path(top)):
        if up in (i, carrier):
            return 3
        if up in inside and s.is_verb(up):  # "beginning in June"
            continue
        if hung is not None and up not in inside and _is_of_its_time(s, up, inside):
            return 0
        if up in analysis.triggers and not s.is_verb(up):
            return 1 if hung is not None and _during(up, s) in (i, carrier) else 0
        if s.is_verb(up):
            return max(_shared(analysis, up, i, node, top) for node in {i, carrier})
    return 0


def _is_of_its_time(s: Sentence, up: int, inside: set[int]) -> bool:
    """Return whether the expression only says of what time a thing is: "dramas of the century"."""
    thing = s.tags[up] in {"NN", "NNS"} and not any(s.among(up, kind) for kind in _PARTS)
    of = (p for p in s.kids(up, "prep") if s.words[p].lower() == "of")
    return thing and any(k in inside for p in of for k in s.kids(p, "pobj"))


def _during(noun: int, s: Sentence) -> int | None:
    """Return what is done in an event: "arrested nine men in a raid on Monday"."""
    above = s.heads[noun]
    inside = s.deps[noun] == "pobj" and s.among(above, "during_prepositions")
    return s.heads[above] if inside else None


def _shared(analysis: Analysis, verb: int, i: int, carrier: int, top: int) -> int:
    """Return the tie to an expression that hangs on another verb of the same clause."""
    s = analysis.sentence
    if top > verb and _follows(verb, carrier, s):
        return 1  # "killed 69 and wounded 50 last week": one time for both
    node, steps = carrier, 0
    while node != verb:
        if s.heads[node] == node or s.deps[node] in CLOSED or _apart(node, s):
            return 0
        if s.deps[node] == "conj" and s.is_verb(node) and top > verb:
            return 0  # "left on Monday and struck": the day is the first verb's
        node, steps = s.heads[node], steps + 1
    if verb in analysis.triggers and not s.is_verb(i):
        return 0 if steps > 1 else 1
    return 2 if s.is_verb(i) else 1


def _apart(node: int, s: Sentence) -> bool:
    """Return whether a gerund lies before or behind what it hangs on: "held for plotting"."""
    above = s.heads[node]
    return (
        s.deps[node] == "pcomp"
        and s.is_verb(node)
        and not s.among(above, "sharing_prepositions")
        and not s.among(above, "during_prepositions")
    )


def _follows(verb: int, first: int, s: Sentence) -> bool:
    """Return whether verb is coordinated with first and shares its subject and its auxiliaries."""
    aux = _auxiliaries(verb, s)
    if aux and aux != _auxiliaries(first, s):
        return False  # "had fought in the war and was killed in 2010"
    while verb != first:
        own = s.kid(verb, "nsubj", "nsubjpass", "csubj", "expl") is not None
        if s.deps[verb] != "conj" or (own and not _gapped(verb, s)):
            return False
        verb = s.heads[verb]
    return True


def _gapped(verb: int, s: Sentence) -> bool:
    """Return whether the verb takes its auxiliary from before: "two were killed and six hurt"."""
    passive = s.kid(s.heads[verb], "auxpass") is not None
    return s.tags[verb] == "VBN" and passive and not _auxiliaries(verb, s)


def _auxiliaries(verb: int, s: Sentence) -> list[str]:
    return [s.lemmas[k] for k in s.kids(verb, "aux", "auxpass")]
