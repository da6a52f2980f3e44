"""The cast of an article: who takes part in its claims, and every span that a claim rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reportedly.desk.query import Query
from reportedly.desk.wording import plain
from reportedly.records import Actor, Claim, Voice

_SHOWN = 24


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """Words that a claim rests on. note: the claim's; party: "p3" where somebody is meant."""

    start: int
    end: int
    note: Any
    role: str
    party: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """One of the cast. key: for the script; words: how the text's own words call them."""

    key: str
    name: str
    more: str
    acts: int
    undergoes: int
    speaks: int
    words: tuple[str, ...]
    query: Query


class Cast(NamedTuple):
    """The members, those of most claims first, and the key of each span of theirs."""

    members: tuple[Member, ...]
    at: Mapping[tuple[int, int], str]


@dataclass(slots=True)
class _Party:
    one: Actor | Voice
    counts: dict[str, int] = field(default_factory=dict)
    spans: dict[tuple[int, int], str] = field(default_factory=dict)


def cast_of(claims: Iterable[Claim]) -> Cast:
    """Return who takes part in the claims: parties by their id, else by their name.

    A voice is the party of its name; a span is of whoever was found in it first.
    """
    found: dict[str, _Party] = {}
    for claim in claims:
        for role, people in (("acts", claim.actors), ("undergoes", claim.recipients)):
            for one in people:
                _add(found, one.actor_id or one.name, one, role, (one.start, one.end))
    names = {party.one.name: key for key, party in found.items()}
    for claim in claims:
        for voice in claim.voices:
            name = voice.name or voice.text
            if name and voice.start is not None and voice.end is not None:
                key = names.get(name, name)
                _add(found, key, voice, "speaks", (voice.start, voice.end))
    ordered = sorted(found.values(), key=lambda party: -sum(party.counts.values()))[:_SHOWN]
    at: dict[tuple[int, int], str] = {}
    members = []
    for number, party in enumerate(ordered, start=1):
        members.append(_member(f"p{number}", party))
        for span in party.spans:
            at.setdefault(span, f"p{number}")
    return Cast(tuple(members), at)


def _add(
    found: dict[str, _Party], key: str, one: Actor | Voice, role: str, span: tuple[int, int]
) -> None:
    party = found.setdefault(key, _Party(one))
    party.counts[role] = party.counts.get(role, 0) + 1
    party.spans[span] = one.text or ""


def _member(key: str, party: _Party) -> Member:
    one = party.one
    name = one.name or one.text or ""
    state = isinstance(one, Actor) and (one.actor_id or "").startswith("state.")
    more = () if state else (one.role, one.country)
    words = dict.fromkeys(plain(word) for word in party.spans.values() if word)
    return Member(
        key=key,
        name=plain(name),
        more=plain(", ".join(part for part in more if part)),
        acts=party.counts.get("acts", 0),
        undergoes=party.counts.get("undergoes", 0),
        speaks=party.counts.get("speaks", 0),
        words=tuple(word for word in words if word != plain(name))[:4],
        query=Query(party=f"={name}") if isinstance(one, Actor) else Query(voice=f"={name}"),
    )


def marked_spans(notes: Sequence[tuple[Claim, Any]], cast: Cast) -> list[MarkedSpan]:
    """Return every span that a claim rests on, triggers with the role ""."""
    found: list[MarkedSpan] = []
    for claim, note in notes:
        found.append(MarkedSpan(claim.trigger.start, claim.trigger.end, note, ""))
        for role, spans in _spans(claim):
            found += [
                MarkedSpan(start, end, note, role, cast.at.get((start, end), ""))
                for start, end in spans
            ]
    return sorted(found, key=lambda span: (span.start, span.end, span.note.number))


def _spans(claim: Claim) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    yield "actor", [(one.start, one.end) for one in claim.actors]
    yield "recipient", [(one.start, one.end) for one in claim.recipients]
    yield "goods", [(one.start, one.end) for one in claim.goods]
    if claim.time is not None:
        yield "when", [(claim.time.text_start, claim.time.text_end)]
    if claim.place is not None:
        yield "place", [(claim.place.start, claim.place.end)]
    if claim.content is not None:
        yield "content", [(claim.content.start, claim.content.end)]
    spoken = [(one.start, one.end) for one in claim.voices]
    yield "voice", [(start, end) for start, end in spoken if start is not None and end is not None]
