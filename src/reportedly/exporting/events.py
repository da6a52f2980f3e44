"""Which claims the field's event formats can hold, and as which event."""

from __future__ import annotations

from msgspec import Struct

from reportedly import ontology
from reportedly.errors import UsageError
from reportedly.records import Article, Claim, ClaimKind, SectionKind, Status

#: the basis of a date that the text does not give
PUBLICATION = "publication"
#: PLOVER reads a planned act as an event of these types only; any other plan is no event yet
_VERBAL_PLANS = frozenset({"AGREE", "CONCEDE"})


class EventOptions(Struct, frozen=True, kw_only=True):
    """How claims become events.

    collapse   apply PLOVER's rule: a planned CONSULT, SUPPORT, COOPERATE or AID is AGREE, a
               planned RETREAT is CONCEDE; other plans are no events
    statuses   which claims are events; empty: happened and ongoing, with collapse also the
               planned ones that PLOVER reads as AGREE or CONCEDE. A status named here is
               written under its own type where PLOVER has no rule for it
    publication_dates  True: a claim that gives no time takes the day of publication, marked as
               such (these formats require a date); False: it is left out

    Raises UsageError for an unknown status.
    """

    collapse: bool = False
    statuses: tuple[str, ...] = ()
    publication_dates: bool = True

    def __post_init__(self) -> None:
        for status in self.statuses:
            if status not in list(Status):
                raise UsageError(f"status is {status!r}; allowed: {', '.join(Status)}")


class Event(Struct, frozen=True, kw_only=True):
    """A claim as an event format takes it.

    date, end  ISO dates; end null unless the time is an interval
    date_basis  what the date rests on: the text's own words (stated, relative, tense), or
               PUBLICATION: it is only the day on which the report, or the post of a live page,
               was published
    """

    type: str
    mode: str | None
    quad: int
    intensity: float
    date: str
    end: str | None
    date_basis: str


def event_of(
    claim: Claim, article: Article | None, options: EventOptions, *, needs_actor: bool = False
) -> Event | str:
    """Return the event that the claim stands for, or the reason why it stands for none."""
    if claim.section is SectionKind.COMMENT:
        return "comment"
    if claim.kind is not ClaimKind.EVENT or claim.type is None:
        return f"kind {claim.kind}, no event"
    coded = _coded(claim.type, claim.mode, claim.status, options)
    if coded is None:
        return f"status {claim.status}"
    kind = ontology.event_type(coded[0])
    if needs_actor and not claim.actors:
        return "no actor"
    if kind.recipient and not claim.recipients:
        return f"no recipient, which {kind.name} requires"
    day = _day(claim, article, options)
    if day is None:
        return "no date"
    return Event(
        type=kind.name,
        mode=coded[1],
        quad=kind.quad,
        intensity=ontology.intensity(*coded),
        date=day[0],
        end=day[1],
        date_basis=day[2],
    )


def _coded(
    name: str, mode: str | None, status: Status, options: EventOptions
) -> tuple[str, str | None] | None:
    """Return (type, mode) as written, None when a claim of this status is no event."""
    collapsed = ontology.collapse(name, mode, status) if options.collapse else None
    if options.statuses:
        return (collapsed or (name, mode)) if status in options.statuses else None
    if status in (Status.HAPPENED, Status.ONGOING):
        return name, mode
    return collapsed if collapsed and collapsed[0] in _VERBAL_PLANS else None


def _day(
    claim: Claim, article: Article | None, options: EventOptions
) -> tuple[str, str | None, str] | None:
    """Return (date, end, basis). A time that is open on one side has the other as its date."""
    if claim.time is not None:
        start, end = claim.time.start, claim.time.end
        date = start or end
        if date is not None:
            return date, end if end != date else None, claim.time.basis
    published = _published(claim, article) if options.publication_dates else None
    return (published, None, PUBLICATION) if published else None


def _published(claim: Claim, article: Article | None) -> str | None:
    """Return the day on which the claim's report, or its post of a live page, was published."""
    if article is None:
        return None
    at = claim.sentence.start
    own = next((s.time for s in article.sections if s.time and s.start <= at < s.end), None)
    value = own or (article.published.value if article.published else None)
    return value[:10] if value else None
