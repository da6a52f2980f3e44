"""Times that stand beside an act: with what it brings about, in its when-clause, its participle."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportedly import ontology
from reportedly.coding.circumstances.belonging import belongs
from reportedly.coding.circumstances.candidate import Candidate
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import ClaimKind

#: types of acts that bring another about at once: "forced them to leave"
_BRINGING = frozenset({"COERCE", "CONCEDE", "RETREAT"})
#: quads of what is done in words
SPOKEN = frozenset({1, 3})
#: types of acts that speak of what is to come
SPOKEN_AHEAD = frozenset({"REQUEST", "AGREE", "THREATEN"})


def beside(one: Candidate) -> int:
    """Return the tie of a time that stands beside the act."""
    rules: tuple[Callable[[Candidate], int], ...] = (
        _brought_about, _of_adjective, _said_then, _told_behind, _cleft, _goes_on, _purpose,
        _meanwhile, _speaking,
    )  # fmt: skip
    return next((tie for tie in (rule(one) for rule in rules) if tie), 0)


def spoken_before(one: Candidate) -> bool:
    """Return whether the time behind what is promised is the promise's: "promised in 1999"."""
    s, governor = one.s, one.governor
    if governor is None or governor != one.i or not one.over or one.found.limit:
        return False
    head = s.heads[governor]
    draft = one.analysis.draft_at(head)
    spoken = draft is not None and draft.type in SPOKEN_AHEAD
    return spoken and s.deps[governor] == "xcomp" and _infinitive(s, governor)


def _infinitive(s: Sentence, verb: int) -> bool:
    return s.tags[verb] == "VB" and any(s.tags[k] == "TO" for k in s.kids(verb, "aux"))


def _said_then(one: Candidate) -> int:
    """Return the tie of the same time to the act of promising."""
    governor, draft = one.governor, one.analysis.draft_at(one.i)
    if governor is None or draft is None or draft.type not in SPOKEN_AHEAD:
        return 0
    s = one.s
    hangs = s.heads[governor] == one.i and s.deps[governor] == "xcomp"
    return 1 if hangs and _infinitive(s, governor) and one.over and not one.found.limit else 0


def _brought_about(one: Candidate) -> int:
    """Return the tie to an act whose outcome is dated: "let them go on Sunday"."""
    s, i, governor = one.s, one.i, one.governor
    draft = one.analysis.draft_at(i)
    if draft is None or governor is None or one.found.limit or s.heads[governor] != i:
        return 0
    if draft.type not in _BRINGING or s.deps[governor] not in {"xcomp", "ccomp"}:
        return 0
    finite = s.tags[governor] == "VBD" or any(
        s.tags[k] in {"VBD", "VBZ", "VBP", "MD"} for k in s.kids(governor, "aux", "auxpass")
    )
    return 0 if finite or s.kid(governor, "mark") is not None or not s.is_verb(i) else 1


def _of_adjective(one: Candidate) -> int:
    """Return the tie to an adjective whose infinitive is dated: "unable to pay since May"."""
    s, governor = one.s, one.governor
    if governor is None or s.is_verb(one.i) or s.is_noun(one.i):
        return 0
    draft = one.analysis.draft_at(one.i)
    lasting = draft is not None and draft.entry.kind is ClaimKind.CONSTRAINT
    return 1 if lasting and s.heads[governor] == one.i and s.deps[governor] == "xcomp" else 0


def _cleft(one: Candidate) -> int:
    """Return the tie to the act of "it was in 2011 that they bombed"."""
    s, i, governor = one.s, one.i, one.governor
    if governor is None or s.lemmas[governor] != "be" or s.heads[i] != governor or i < one.top:
        return 0
    subject = s.kid(governor, "nsubj", "expl")
    return 2 if subject is not None and s.lemmas[subject] == "it" and s.is_verb(i) else 0


def _told_behind(one: Candidate) -> int:
    """Return the tie to the act of a when-clause behind the time: "in 2018, when it invaded"."""
    s, i = one.s, one.i
    opened = [k for k in s.kids(i, "advmod") if s.lemmas[k] == "when"]
    if not opened or s.deps[i] not in {"relcl", "advcl"}:
        return 0
    before = opened[0] - 1
    before -= before >= 0 and s.words[before] == ","
    return 2 if before >= 0 and one.span[0] <= s.starts[before] < one.span[1] else 0


def _goes_on(one: Candidate) -> int:
    """Return the tie to a participle that only goes on: "raided it on Monday, killing two"."""
    s, i = one.s, one.i
    head = s.heads[i]
    bare = s.kid(i, "mark", "aux", "nsubj") is None
    bare = bare and all(k > i for k in s.kids(i, "prep", "advmod"))
    if one.found.limit or s.tags[i] != "VBG" or s.deps[i] != "advcl" or not bare or head > i:
        return 0
    draft = one.analysis.draft_at(i)
    if draft is not None and (draft.entry.kind is not ClaimKind.EVENT or _in_words(draft.type)):
        return 0
    said = any(cue.cue[0] <= head <= cue.cue[1] for cue in one.analysis.said)
    governor = one.governor
    outcome = governor is not None and s.deps[governor] == "xcomp" and s.heads[governor] == head
    return 1 if not said and (outcome or _ties_to(one, head) == 3) else 0


def _in_words(type_: str | None) -> bool:
    return type_ is not None and ontology.quad(type_) in SPOKEN


def _ties_to(one: Candidate, verb: int) -> int:
    return belongs(verb, one.analysis, one.span, one.hung)


def _purpose(one: Candidate) -> int:
    """Return the tie to what is done on purpose, or left undone: "failed on Monday to agree"."""
    s, i = one.s, one.i
    head = s.heads[i]
    if s.deps[i] != "advcl" or not _infinitive(s, i) or head > i or one.found.limit:
        return 0
    if not (one.past and one.top < i and s.is_verb(head)):
        return 0
    return 1 if _ties_to(one, head) == 3 else 0


def _meanwhile(one: Candidate) -> int:
    """Return the tie to an act that goes with a dated one: "fired as they fled on Monday"."""
    s, i, governor = one.s, one.i, one.governor
    if governor is None or one.found.limit or one.vague or not s.is_verb(i):
        return 0
    for clause in _clauses(s, governor, past=one.past):
        if s.heads[clause] == i and governor > i:
            return 1
    below = s.heads[i] == governor and i > governor and i in set(_clauses(s, i, past=True))
    return 1 if below and _ties_to(one, governor) == 3 else 0


def _speaking(one: Candidate) -> int:
    """Return the tie to what is said in a dated speech: "speaking on Monday, he accused Rome"."""
    s, i, governor = one.s, one.i, one.governor
    draft = one.analysis.draft_at(i)
    if governor is None or one.found.limit or draft is None or not _in_words(draft.type):
        return 0
    bare = s.tags[governor] == "VBG" and s.kid(governor, "mark", "aux", "nsubj") is None
    if not bare or not s.among(governor, "speaking_verbs"):
        return 0
    above = s.heads[governor]
    subject = s.deps[above] in {"nsubj", "nsubjpass"} and s.heads[above] == i
    return 1 if above == i or (s.deps[governor] == "acl" and subject) else 0


def _goes_with(s: Sentence, opened: int) -> bool:
    return s.among(opened, "meanwhile_words") or s.lemmas[opened] == "when"


def _clauses(s: Sentence, verb: int, *, past: bool) -> Iterator[int]:
    """Yield the verb of the clause of "as" that the verb stands in; ahead also of "when"."""
    while s.deps[verb] == "xcomp":
        verb = s.heads[verb]
    opened = s.kid(verb, "mark")
    if opened is None and not past:
        opened = next((k for k in s.kids(verb, "advmod") if s.lemmas[k] == "when"), None)
    told = s.kid(verb, "nsubj", "nsubjpass") is not None
    told = told and all(s.lemmas[k] != "have" for k in s.kids(verb, "aux"))
    if s.deps[verb] == "advcl" and opened is not None and _goes_with(s, opened):
        yield from [verb] if told else []
