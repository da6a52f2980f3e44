"""One statement that several outlets retell in their own words: it is one origin, not several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from reportedly.linking.words import words_of
from reportedly.records import Claim, Report, Voice
from reportedly.records.dates import day_of

#: a statement is retold within days; later somebody says it again
_DAYS = 3
#: so much of the shorter report's words stands in the other one, or they retell two statements
_SHARED = 0.6
_LEAST = 3
Claims = Mapping[str, Sequence[Claim]]


def as_one_statement(reports: Sequence[Report], claims: Claims) -> tuple[Report, ...]:
    """Return the reports of an event, those with one origin that retell one source's statement.

    Two outlets whose claims all rest on one named source, in much the same words and within days,
    have it from that source. Reports that copy or credit another keep that one's origin, and go
    with it. claims: id of the article → its claims of the event.
    """
    own = [report for report in reports if report.origin == (report.outlet or report.article)]
    sources: dict[str, str] = {}
    for one, other in combinations(own, 2):
        if one.origin == other.origin or not _near(one, other):
            continue
        if source := _source(claims[one.article], claims[other.article]):
            name = sources.get(one.origin) or sources.get(other.origin) or source
            sources.update({one.origin: name, other.origin: name})
    return tuple(
        replace(
            report,
            origin=sources[report.origin],
            reason=f"retells what {sources[report.origin]} said, as another report does",
        )
        if report.origin in sources
        else report
        for report in reports
    )


def _near(one: Report, other: Report) -> bool:
    days = [day_of((report.published or "")[:10]) for report in (one, other)]
    return None not in days and abs((days[0] - days[1]).days) <= _DAYS  # type: ignore[operator]


def _source(ours: Sequence[Claim], theirs: Sequence[Claim]) -> str | None:
    """Return the source, as its text names it, whose words both reports give; None without one."""
    common = (
        _named(a, b)
        for a in _sources(ours)
        for b in _sources(theirs)
        if a.name == b.name and a.named and b.named
    )
    name = next((found for found in common if found), None)
    return name if name and _alike(ours, theirs) else None


def _sources(claims: Sequence[Claim]) -> list[Voice]:
    """Return the voices on which all of these claims rest."""
    first, *rest = claims
    names = [{voice.name for voice in claim.voices} for claim in rest]
    return [voice for voice in first.voices if all(voice.name in found for found in names)]


def _named(one: Voice, other: Voice) -> str | None:
    """Return what one source is called; None where two of one house speak: ministry, embassy."""
    texts = [text for voice in (one, other) if words_of(text := _bare(voice.text))]
    if len(texts) > 1 and words_of(texts[0]).isdisjoint(words_of(texts[1])):
        return None
    name = _bare(one.name)
    known = not texts or any(not words_of(name).isdisjoint(words_of(text)) for text in texts)
    return (name if known else min(texts)) or None


def _bare(text: str | None) -> str:
    return (text or "").removeprefix("the ").removeprefix("The ")


def _alike(ours: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    a, b = _words(ours), _words(theirs)
    return len(a & b) >= max(_LEAST, _SHARED * min(len(a), len(b)))


def _words(claims: Sequence[Claim]) -> frozenset[str]:
    """Return what is told: the sentences' words, those for whoever acts or speaks left out."""
    told = frozenset[str]().union(*(words_of(claim.sentence.text) for claim in claims))
    parties = [
        (party.text, party.name) for claim in claims for party in (*claim.actors, *claim.recipients)
    ]
    parties += [(voice.text or "", voice.name or "") for claim in claims for voice in claim.voices]
    named = (f"{text} {name}" for text, name in parties)
    return told.difference(*map(words_of, named))
