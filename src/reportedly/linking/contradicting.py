"""What the claims of one event disagree about: a list, never a mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reportedly.linking.numbers import numbers_of
from reportedly.linking.tellings import Telling
from reportedly.records import Actor, Claim, Contradiction, Factuality, Good, Grain, Status, Told

_AFFIRMED = frozenset({Status.HAPPENED, Status.ONGOING, Status.PLANNED})
_DENIED = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT})
#: (value in words, id of the claim)
_Said = tuple[str, str]


def affirms(claim: Claim) -> bool:
    """Tell whether a claim presents its event as one that happened, goes on or will be."""
    return claim.status in _AFFIRMED and claim.factuality not in _DENIED


def denies(claim: Claim) -> bool:
    """Tell whether a claim presents its event as one that is not so."""
    return claim.status is Status.NEGATED or claim.factuality in _DENIED


def contradictions_of(tellings: Sequence[Telling]) -> tuple[Contradiction, ...]:
    """Return what the claims disagree about, in a fixed order; only stated values count."""
    claims = [telling.claim for telling in tellings]
    every = {
        "status": _statuses(tellings),
        "day": _days(tellings),
        "place": _places(claims),
        "number of actors": _numbers(claims, "actors"),
        "number of recipients": _numbers(claims, "recipients"),
        "quantity": _quantities(claims),
    }
    return tuple(
        Contradiction(field=field, values=values)
        for field, said in every.items()
        if len(values := _gathered(said)) > 1
    )


def _gathered(said: Iterable[_Said]) -> tuple[Told, ...]:
    by_value: dict[str, list[str]] = {}
    for value, claim in said:
        by_value.setdefault(value, []).append(claim)
    order = sorted(by_value.items(), key=lambda pair: -len(pair[1]))
    return tuple(Told(value=value, claims=tuple(claims)) for value, claims in order)


def contested(tellings: Iterable[Telling]) -> bool:
    """Tell whether some affirm it and others deny it; to call a plan off is not to deny it."""
    return len({value for value, _ in _statuses(tellings)}) > 1


def _statuses(tellings: Iterable[Telling]) -> Iterator[_Said]:
    for telling in tellings:
        if telling.off:
            continue
        if denies(telling.claim):
            yield "denied", telling.claim.id
        elif affirms(telling.claim):
            yield "affirmed", telling.claim.id


def _days(tellings: Iterable[Telling]) -> Iterator[_Said]:
    """Yield whole days only: "in May" and "on 4 May" do not disagree."""
    for telling in tellings:
        time = telling.claim.time
        start, end = telling.days.start, telling.days.end
        if time and start and start == end and time.grain in (Grain.DAY, Grain.MINUTE):
            yield date.isoformat(start), telling.claim.id


def _places(claims: Iterable[Claim]) -> Iterator[_Said]:
    """Yield countries: a town and its region do not disagree."""
    for claim in claims:
        if claim.place and claim.place.country:
            yield claim.place.country, claim.id


def _numbers(claims: Iterable[Claim], side: str) -> Iterator[_Said]:
    """Yield the number of a side where its words give one: "nine people" against "12 people"."""
    for claim in claims:
        parties: tuple[Actor, ...] = getattr(claim, side)
        found = [number for party in parties for number in numbers_of(party.text)]
        if len(found) == 1:
            yield f"{found[0]:.10g}", claim.id


def _quantities(claims: Iterable[Claim]) -> Iterator[_Said]:
    """Yield how much of one category there is, where exactly one good of a claim is counted.

    As many arms and as much ammunition do not disagree: one category lies below the other.
    """
    counted = [(claim, [good for good in claim.goods if good.quantity is not None])
               for claim in claims]  # fmt: skip
    alone = [(goods[0], claim.id) for claim, goods in counted if len(goods) == 1]
    for good, claim_id in alone:
        below = [
            other.category
            for other, _ in alone
            if _much(other) == _much(good) and _below(other.category, good.category)
        ]
        category = max(below, key=lambda name: (len(name), name), default=good.category)
        yield f"{_much(good)} {category}", claim_id


def _below(one: str, other: str) -> bool:
    return one.startswith(f"{other}.")


def _much(good: Good) -> str:
    until = f"–{good.upper:.10g}" if good.upper is not None else ""
    return " ".join(part for part in (f"{good.quantity:.10g}{until}", good.unit) if part)
