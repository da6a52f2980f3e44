"""What a copy changed, claim by claim: how a rumour becomes a fact on its way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from reportedly.linking.contradicting import denies
from reportedly.linking.numbers import numbers_of
from reportedly.linking.words import words_of
from reportedly.records import Actor, Claim, Event, Report, Status

#: how much of the shorter sentence the other has, if the one was made of the other
_LEAST = 0.5
#: how firmly a status says that something is so; a plan is as firm as a possibility
_FIRM = {
    Status.HAPPENED: 3, Status.ONGOING: 3, Status.PLANNED: 2, Status.POSSIBLE: 2,
    Status.CONDITIONAL: 1,
}  # fmt: skip


class Kind(StrEnum):
    """What is changed."""

    VOICE_DROPPED = "voice dropped"
    VOICE_ADDED = "voice added"
    VOICE_CHANGED = "voice changed"
    HARDENED = "hardened"
    SOFTENED = "softened"
    REVERSED = "reversed"
    NUMBER_CHANGED = "number changed"
    ACTOR_CHANGED = "actor changed"
    RECIPIENT_CHANGED = "recipient changed"
    DAY_CHANGED = "day changed"
    DENIAL_LEFT_OUT = "denial left out"
    DENIAL_ADDED = "denial added"


class Change(NamedTuple):
    """One change. was, now: in words. original, copy: the claims; None where one has none."""

    kind: Kind
    was: str
    now: str
    original: Claim | None
    copy: Claim | None


def copied(
    event: Event, claims: Mapping[str, Claim]
) -> Iterator[tuple[Report, Report, tuple[Change, ...]]]:
    """Yield every report of the event that copies another one, that one, and what it changed.

    claims: those of the event, by id.
    """
    reports = {report.article: report for report in event.told_by}
    for report in event.told_by:
        original = reports.get(report.copy_of or "")
        if original:
            ours = [claims[key] for key in report.claims]
            theirs = [claims[key] for key in original.claims]
            yield report, original, tuple(changes(theirs, ours))


def changes(originals: Sequence[Claim], copies: Sequence[Claim]) -> Iterator[Change]:
    """Yield what the copy's claims of an event change of the original's, in the copy's order."""
    for copy in copies:
        original = source_of(copy, originals)
        if original:
            yield from _between(original, copy)
    yield from _denials(originals, copies)


def source_of(copy: Claim, originals: Iterable[Claim]) -> Claim | None:
    """Return the original's claim whose sentence this one's was made of, None without one."""
    every = list(originals)
    at = made_of(copy.sentence.text, [original.sentence.text for original in every])
    return None if at is None else every[at]


def made_of(sentence: str, originals: Sequence[str]) -> int | None:
    """Return the place of the original sentence that this one was made of, None without one."""
    best, most = None, _LEAST
    words = words_of(sentence)
    for at, original in enumerate(originals):
        theirs = words_of(original)
        share = len(words & theirs) / (min(len(words), len(theirs)) or 1)
        if share >= most and (best is None or share > most):
            best, most = at, share
    return best


def _between(original: Claim, copy: Claim) -> Iterator[Change]:
    def change(kind: Kind, was: str, now: str) -> Change:
        return Change(kind, was, now, original, copy)

    was, now = _voices(original), _voices(copy)
    if was and not now:
        yield change(Kind.VOICE_DROPPED, was, "")
    elif now and not was:
        yield change(Kind.VOICE_ADDED, "", now)
    elif not words_of(was) & words_of(now) and was != now:
        yield change(Kind.VOICE_CHANGED, was, now)
    if kind := _firmness(original, copy):
        yield change(kind, _firmly(original), _firmly(copy))
    for before, after in _numbers(original, copy):
        yield change(Kind.NUMBER_CHANGED, before, after)
    for kind, before, after in _parties(original, copy):
        yield change(kind, before, after)
    if original.time and copy.time and original.time.start != copy.time.start:
        days = (original.time.start or original.time.text, copy.time.start or copy.time.text)
        yield change(Kind.DAY_CHANGED, *days)


def _voices(claim: Claim) -> str:
    return ", ".join(voice.name or voice.text or "(not named)" for voice in claim.voices)


def _firmness(original: Claim, copy: Claim) -> Kind | None:
    if denies(original) is not denies(copy):
        return Kind.REVERSED
    if denies(copy):
        return None
    was = (_FIRM.get(original.status, 0), original.factuality.score)
    now = (_FIRM.get(copy.status, 0), copy.factuality.score)
    if was == now:
        return None
    return Kind.HARDENED if now > was else Kind.SOFTENED


def _firmly(claim: Claim) -> str:
    return f"{claim.status} {claim.factuality.value}"


def _numbers(original: Claim, copy: Claim) -> Iterator[tuple[str, str]]:
    """Yield what was counted otherwise: goods of one category, people of one side."""
    for good in original.goods:
        for other in copy.goods:
            if good.category == other.category and good.quantity and other.quantity:
                if good.quantity != other.quantity and good.text != other.text:
                    yield good.text, other.text
                elif good.quantity != other.quantity:
                    yield f"{good.quantity:,g} {good.text}", f"{other.quantity:,g} {other.text}"
    for side in ("actors", "recipients"):
        was, now = _counted(getattr(original, side)), _counted(getattr(copy, side))
        if was and now and was[0] != now[0]:
            yield was[1], now[1]


def _counted(parties: Iterable[Actor]) -> tuple[float, str] | None:
    """Return the one number that a side's words give, with the words."""
    found = [(number, party.text) for party in parties for number in numbers_of(party.text)]
    return found[0] if len(found) == 1 else None


def _parties(original: Claim, copy: Claim) -> Iterator[tuple[Kind, str, str]]:
    for side, kind in (("actors", Kind.ACTOR_CHANGED), ("recipients", Kind.RECIPIENT_CHANGED)):
        was, now = getattr(original, side), getattr(copy, side)
        words = [
            frozenset().union(*(words_of(party.name) for party in some)) for some in (was, now)
        ]
        if all(words) and not words[0] & words[1]:
            yield kind, _named(was), _named(now)


def _named(parties: Iterable[Actor]) -> str:
    return ", ".join(party.name for party in parties)


def _denials(originals: Sequence[Claim], copies: Sequence[Claim]) -> Iterator[Change]:
    """Yield a denial that only one of the two has; the rest of the event both tell."""
    theirs = next(filter(denies, originals), None)
    ours = next(filter(denies, copies), None)
    if theirs and not ours and any(not denies(claim) for claim in originals):
        yield Change(Kind.DENIAL_LEFT_OUT, _voices(theirs), "", theirs, None)
    if ours and not theirs and any(not denies(claim) for claim in copies):
        yield Change(Kind.DENIAL_ADDED, "", _voices(ours), None, ours)
