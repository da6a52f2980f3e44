"""The slots in which parties and goods are looked for where a lexicon entry names none."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.coding.grammar.nouns import in_phrase
from reportedly.coding.sentences.sentence import Sentence

Slots = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Defaults:
    """Slot names by part, likeliest first."""

    actor: Slots
    recipient: Slots
    goods: Slots


VERB = Defaults(("subject",), ("object",), ("object", "with", "of"))
ADJECTIVE = Defaults(("subject",), ("of", "to", "with", "by"), ("of", "for"))
NOUN = Defaults(
    ("subject", "possessive", "by", "between", "modifier", "of"),
    ("against", "on", "with", "to", "object"),
    ("of", "modifier", "in"),
)
#: "in support of Serbia", "in defence of Kyiv": whom the act is for or against
IN_PHRASE = Defaults(
    tuple(slot for slot in NOUN.actor if slot != "of"), ("of", *NOUN.recipient), NOUN.goods
)
#: where the other side of a reciprocal act stands
RECIPROCAL = ("with", "between", "object", "possessive", "modifier", "among")


def defaults_of(s: Sentence, i: int) -> Defaults:
    """Return the slots for the part of speech of token i."""
    if s.is_verb(i):
        return VERB
    if s.tags[i].startswith("JJ"):
        return ADJECTIVE
    return IN_PHRASE if in_phrase(s, i) else NOUN
