"""What is wanted, prevented or would follow: the heads of the words that say so."""

from __future__ import annotations

from reportedly.coding.grammar.slots import Slots
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate


def content_heads(evidence: Evidence, i: int, entry: Predicate) -> tuple[int, ...]:
    """Return the heads of the content of the mention at token i, () where it tells none.

    The first of the entry's slots that holds something; of a noun that fills none, what the
    sentence says that it is ("the aim is to leave").
    """
    slots = evidence.slots
    told = (slots.slot(i, slot) for slot in entry.content)
    found = next((tuple(heads) for heads in told if heads), ())
    if not found and "complement" in entry.content:
        found = _equated(slots, i)
    return found


def _equated(slots: Slots, i: int) -> tuple[int, ...]:
    """Return what noun i is said to be, or what is said to be it: "leaving is their aim"."""
    s, up = slots.sentence, slots.sentence.heads[i]
    if not s.is_noun(i):
        return ()
    match s.deps[i]:
        case "nsubj" if s.lemmas[up] == "be":
            below = s.kids(up, "attr", "acomp", "xcomp", "ccomp", "advcl")
            return tuple(k for k in below if s.is_noun(k) or s.is_verb(k))[:1]
        case "nsubj" if s.tags[up] == "VBG" and _only_be(s, up):
            return (up,)  # "the priority has been winning": parsed as what goes on
        case "attr" if s.lemmas[up] == "be":
            return _before_or_behind(s, up, i)
        case "oprd":
            made = s.kids(up, "nsubjpass", "dobj", "ccomp", "xcomp")
            return tuple(k for k in made if s.is_noun(k) or s.is_verb(k))[:1]
    return ()


def _before_or_behind(s: Sentence, be: int, noun: int) -> tuple[int, ...]:
    """Return the subject of "be", or the clause behind for which "it" stands."""
    behind = [k for k in s.kids(be, "xcomp", "ccomp", "csubj", "advcl") if k > noun]
    before = [k for k in s.kids(be, "csubj", "nsubj") if k < be]
    if any(s.words[k].lower() == "it" for k in before):
        return tuple(k for k in behind if s.is_verb(k))[:1]
    return tuple(k for k in before if s.is_noun(k) or s.is_verb(k))[:1]


def _only_be(s: Sentence, verb: int) -> bool:
    auxiliaries = s.kids(verb, "aux")
    return bool(auxiliaries) and all(s.lemmas[k] in {"be", "have"} for k in auxiliaries)
