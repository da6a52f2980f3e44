"""The rows that a dossier is folded from, and the lines that it is folded to."""

from __future__ import annotations

from reportedly.records import Voice
from reportedly.views.reports import TimelineRow


class PartRow(TimelineRow, frozen=True, kw_only=True):
    """One claim and the part of the dossier that it belongs to; sql/dossier.sql says which.

    asked  it is what a question takes for granted
    rules  ids of the lexicon entries that fired
    event  id; null for other kinds and before `link` has run
    copied  its article copies another one and made it of a sentence there, of which there is a row,
            too: how firmly that is said, and by whom, is for the original to say
    """

    part: str
    direction: str | None
    asked: bool
    rules: tuple[str, ...]
    event: str | None
    copied: bool = False


class Matter(TimelineRow, frozen=True, kw_only=True):
    """One line of a dossier: the claim that says it most firmly, with all that say the same; what a
    copy made of a sentence of its original stands in the line, and says nothing of how firm it is.

    claim, sentence and all fields of a timeline's row are those of that claim; actors or recipients
    that it leaves out are those of the next claim of the matter that names them.
    direction  of an event: a_to_b, b_to_a, together; from_a, from_b, to_a, to_b when the
               other side is untold; null elsewhere
    claims     ids of all claims of the matter, the line's own first
    events     ids of the events that linking made of them; empty where it made none
    articles   how many tell it
    origins    how many independent ones those have that tell it, origins_denying those that deny
               it; null where linking has not told
    own        true where an article says so in its own voice, as firmly
    said_by    the other voices that say so, each once
    denials    ids of the claims that deny it; denied_by their voices, each once
    conditions ids of the claims on which it hangs ("if")
    rule       true where what would follow is that a rule is broken
    denial     true where all that is done is to deny or wave away what is told (REJECT)
    outcome    of a plan what became of it: kept, denied, cancelled, postponed, overdue, open;
               null where nothing was planned
    announced, due_from, due_to, outcome_when  ISO days, as `promises` has them; null when unknown
    """

    direction: str | None = None
    claims: tuple[str, ...]
    events: tuple[str, ...] = ()
    articles: int = 1
    origins: int | None = None
    origins_denying: int | None = None
    own: bool = False
    said_by: tuple[Voice, ...] = ()
    denials: tuple[str, ...] = ()
    denied_by: tuple[Voice, ...] = ()
    conditions: tuple[str, ...] = ()
    rule: bool = False
    denial: bool = False
    outcome: str | None = None
    announced: str | None = None
    due_from: str | None = None
    due_to: str | None = None
    outcome_when: str | None = None
