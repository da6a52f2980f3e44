"""The event: claims of several articles judged to be about one occurrence, and why."""

from __future__ import annotations

from reportedly.errors import RecordError
from reportedly.records.base import Record
from reportedly.records.spans import Actor, Good, Place, Time
from reportedly.records.terms import DateBasis, Stage, Status, StepBasis, Verdict


class Reason(Record, frozen=True, kw_only=True):
    """One thing that speaks for or against two claims being about one occurrence.

    what    in a few words
    points  above 0 it speaks for it, below 0 against it
    """

    what: str
    points: float


class Decision(Record, frozen=True, kw_only=True):
    """Why two claims were joined, or kept apart.

    one, other  ids of the claims
    verdict  same, different or unsure
    score    sum of the points; 0 or more speaks for one occurrence. Whether claims are joined
             depends on the mean over all pairs of the two groups, so a pair of another verdict
             can stand in one event
    reasons  what the points are for, in a fixed order; empty where a person decided
    by       score, or person
    """

    one: str
    other: str
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...] = ()
    by: str = "score"


class Told(Record, frozen=True, kw_only=True):
    """One of the values that claims disagree about.

    value   in words
    claims  ids of the claims that have it
    """

    value: str
    claims: tuple[str, ...]


class Contradiction(Record, frozen=True, kw_only=True):
    """What the claims of one event disagree about.

    field   status, day, place, number (of people, on one side) or quantity (of a good)
    values  two or more, the one with most claims first
    """

    field: str
    values: tuple[Told, ...]


class Report(Record, frozen=True, kw_only=True):
    """One article as a report of an event: where it has it from, and how that is known.

    article    id
    outlet     as it is counted; null when unknown
    published  ISO 8601; null when unknown
    published_basis  stated on the page, or derived (from its address, say); null with published
    origin     the agency, paper or article that the report rests on
    reason     why that is its origin, in words
    copy_of    id of the article of which it is a copy; null when it is none
    corrects   id of the earlier report of its outlet that it corrects; null when it corrects none
    share      how much of the shorter one's words it has in common with a copy, 0.0 to 1.0
    claims     ids of its claims of the event
    """

    article: str
    outlet: str | None = None
    published: str | None = None
    published_basis: DateBasis | None = None
    origin: str
    reason: str
    copy_of: str | None = None
    corrects: str | None = None
    share: float | None = None
    claims: tuple[str, ...]


class Step(Record, frozen=True, kw_only=True):
    """One step in the life of an event, as a report tells it.

    status  announced (without a day), planned for a day, ongoing, happened, postponed, cancelled,
            denied
    when    ISO 8601: a day, or an interval "2024-06-01/2024-06-30" with ".." on an open side; of
            what was planned the day for which it was
    basis   stated or relative where the text gives the days; published where they are only the
            day of the report; null where that is not known either
    claim   id of the first claim that says so
    """

    status: Stage
    when: str | None
    basis: StepBasis | None
    claim: str


class Event(Record, frozen=True, kw_only=True):
    """Claims of one or several articles that are about one occurrence. Not the truth of it.

    id          digest of its earliest claim: it stays while later reports join
    type, mode  those of most of its claims
    contexts    of any claim, sorted
    quad        of the type
    actors, recipients, goods, time, place  of the claim that tells most of it
    taken_from  field → id of the claim that it is from; fields that no claim tells are missing
    status      the strongest that some claim supports: happened before ongoing, planned, possible,
                conditional, negated. What a copy made firmer is not counted: the original says it
    status_by   who says so: names of the innermost voices, of a denial of those who deny, whomever
                they cite; empty where an article itself does
    contested   true where some affirm it and others deny it
    claims      ids, by day of publication, then in text order
    told_by     the articles, in the same order, each with its origin
    reports     how many articles tell it; one page at two addresses counts once
    outlets     publishers, sorted; those that are not known are missing
    origins     independent ones of the reports that tell it (of all where all deny it), sorted:
                copies of one text, reports that credit one agency, and what a paper says that it
                has from another are one
    origins_denying  the same of the reports that deny what others tell; one that has both is in
                both
    voices_named, voices_unnamed  how many different voices are behind the claims
    first_reported, last_reported  days of publication; null when no article has one
    contradictions  what its claims disagree about
    history     its life in the order of the reports; what says nothing new is left out, and what a
                copy made of its original
    decisions   what persons said of its claims; then for each claim but the first the comparison
                that spoke most for it
    rejected    ids of those of its claims that a person judged to be none: they stand among the
                claims, and nothing else of the event rests on them. Where that are all, the other
                fields say what they said, reports is 0, and it has no origins and no history

    Raises RecordError without a claim.
    """

    id: str
    type: str | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: int | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    goods: tuple[Good, ...] = ()
    time: Time | None = None
    place: Place | None = None
    taken_from: dict[str, str]
    status: Status
    status_by: tuple[str, ...] = ()
    contested: bool = False
    claims: tuple[str, ...]
    told_by: tuple[Report, ...]
    reports: int
    outlets: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    origins_denying: tuple[str, ...] = ()
    voices_named: int = 0
    voices_unnamed: int = 0
    first_reported: str | None = None
    last_reported: str | None = None
    contradictions: tuple[Contradiction, ...] = ()
    history: tuple[Step, ...] = ()
    decisions: tuple[Decision, ...] = ()
    rejected: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.claims:
            raise RecordError("an event needs a claim")
