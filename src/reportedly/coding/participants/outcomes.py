"""Who brings a result about, and who does not, though the grammar puts them there."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.cast.party import Party
from reportedly.coding.mentions.noun_phrases import counted
from reportedly.coding.predicates.evidence import Evidence
from reportedly.lexicons import Predicate
from reportedly.records import ClaimKind


def not_behind(evidence: Evidence, i: int, found: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties without those that only tell where the thing is from that does it.

    "Buying rifles from Chad would breach the ban": Chad breaches nothing.
    """
    s = evidence.sentence
    own = [counted(s, t) for t in evidence.slots.slot(i, "subject")]
    done = ("of", "by")  # "the actions of Chad", "infighting by rebels"
    return tuple(
        p for p in found
        if not own or p.first <= max(own) or s.words[s.heads[p.head]].lower() in done
    )  # fmt: skip


def only_follows(evidence: Evidence, i: int, entry: Predicate) -> bool:
    """Return whether a result follows from all that the clause before says: "cut the gas, an
    official said, plunging the south into darkness" is no deed of the official's."""
    s = evidence.sentence
    if entry.kind is not ClaimKind.CONSEQUENCE:
        return False
    behind = s.tags[i] == "VBG" and s.deps[i] == "advcl" and s.heads[i] < i
    return behind and entry.actor is None and not s.kids(i, "nsubj", "mark")
