"""What a whole article is about, by how many words of a kind it has: leisure, a calamity, or a
campaign before an election."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from reportedly.coding.cast.memory import Memory
from reportedly.coding.sentences.sentence import Sentence

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
#: an article is of something with so many different words of it, and so many of a hundred
KINDS, SHARE = 3, 1.4
#: or, where it is short, with so many
FEW_KINDS, HIGH_SHARE = 2, 3.0
#: and of leisure with no more words of public affairs than this, of a hundred
PUBLIC_SHARE = 1.0
#: of a calamity or a campaign with no more words of attacks than this, for each word of its own
ATTACKS = 0.25
#: for so many sentences an article still tells of the accident that one told of
LASTING = 3


def of_leisure(text: str, terms: Set[str], public: Set[str]) -> bool:
    """Return whether an article is of sport or show business, by how many of its terms it has.

    public: terms of public affairs, which make it more than that.
    """
    counted = Counter(WORD.findall(text.lower()))
    if not _full_of(counted, terms):
        return False
    return 100 * _times(counted, public) / counted.total() <= PUBLIC_SHARE


def in_peace(text: str, terms: Set[str], attacks: Set[str]) -> bool:
    """Return whether an article is of a calamity or a campaign, by how many of its terms it has.

    attacks: terms of attacks, which make it more than that.
    """
    counted = Counter(WORD.findall(text.lower()))
    if not _full_of(counted, terms):
        return False
    return _times(counted, attacks) <= ATTACKS * _times(counted, terms)


def _full_of(counted: Counter[str], terms: Set[str]) -> bool:
    found = len(counted.keys() & terms)
    if found < FEW_KINDS:
        return False
    share = 100 * _times(counted, terms) / counted.total()
    return share >= (SHARE if found >= KINDS else HIGH_SHARE)


def _times(counted: Counter[str], terms: Set[str]) -> int:
    return sum(counted[term] for term in counted.keys() & terms)


def befallen(s: Sentence, memory: Memory, phrases: Sequence[str]) -> bool | None:
    """Return whether a sentence tells of an accident or a disaster; False: of an attack; None: of
    neither. phrases: what tells of an accident, in lower case; "fire" is of guns without them."""
    text = s.text.lower()
    burning = "burning_words" in s.kinds or any(phrase in text for phrase in phrases)
    if "attack_words" in s.kinds or ("fire_words" in s.kinds and not burning | lately(memory)):
        return False
    return True if burning or "accident_words" in s.kinds else None


def lately(memory: Memory) -> bool:
    """Return whether one of the last sentences told of an accident, and none since of an attack."""
    return memory.mishap is not None and memory.sentence - memory.mishap <= LASTING


def after(told: bool | None, memory: Memory) -> Memory:
    """Return the memory behind a sentence that told of an accident, an attack or neither."""
    return memory if told is None else replace(memory, mishap=memory.sentence if told else None)
