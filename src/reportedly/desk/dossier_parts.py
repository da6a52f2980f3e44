"""What the dossier's page shows, as plain values: the template sets them, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from reportedly import ontology
from reportedly.desk.wording import (
    GLYPHS,
    QUADS,
    bargain,
    bargains,
    days,
    goods,
    label,
    plain,
    said,
    who,
)
from reportedly.records import Claim, Good
from reportedly.views import ContestedRow, Dossier, LedgerRow, TimelineRow

Row = TimelineRow | LedgerRow
#: more columns than this do not fit a wide screen
_BINS = 26


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of a status in the colour of a quad class; in the strip a link with words."""

    css: str
    status: str
    glyph: str
    anchor: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence. kind: trigger, voice, or "" for the words between."""

    text: str
    kind: str = ""
    css: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """The row's article. url: None where it is no safe link."""

    title: str
    url: str | None
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """A link to another claim of the page."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class RowShown:
    """One claim. anchor: "" where another row of the page has it already."""

    anchor: str
    sign: Sign
    lead: str
    rest: tuple[str, ...]
    exchanged: tuple[Other, ...]
    facts: str
    voice: str
    sentence: tuple[Run, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Side:
    """One voice of a contested claim."""

    sign: Sign
    verb: str
    voice: str
    sentence: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ContestedShown:
    """What one says and another denies."""

    sides: str
    type: str
    voices: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Bin:
    """A column of the strip: a day, month or year."""

    day: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The sections in reading order; an empty one is not shown. undated: "" for none."""

    empty: bool
    bins: tuple[Bin, ...]
    undated: str
    wants_a: tuple[RowShown, ...]
    wants_b: tuple[RowShown, ...]
    exchanges: tuple[RowShown, ...]
    obstacles: tuple[RowShown, ...]
    consequences: tuple[RowShown, ...]
    plans: tuple[RowShown, ...]
    contested: tuple[ContestedShown, ...]
    reactions: tuple[RowShown, ...]
    did: tuple[RowShown, ...]


def timelines(found: Dossier) -> tuple[tuple[TimelineRow, ...], ...]:
    """Return the dossier's parts that are made of timeline rows."""
    return (
        *(found.did, found.wants_a, found.wants_b, found.obstacles),
        *(found.consequences, found.plans, found.reactions),
    )


def parts_of(found: Dossier, claims: Mapping[str, Claim], a: str, b: str) -> Parts:
    """Return what the page shows; the first row of a claim has its anchor, so that none has two."""
    rows = [row for part in timelines(found) for row in part]
    bins, undated = _bins(rows)
    make = _Rows(claims)
    return Parts(  # in reading order: the anchors depend on it
        empty=not rows and not found.exchanges and not found.contested,
        bins=bins,
        undated=f"{undated:,}" if undated else "",
        wants_a=make.told(found.wants_a),
        wants_b=make.told(found.wants_b),
        exchanges=tuple(make.deal(row, named) for row, named in bargains(found.exchanges)),
        obstacles=make.told(found.obstacles),
        consequences=make.told(found.consequences),
        plans=make.told(found.plans),
        contested=tuple(_contested(one, claims, a, b) for one in found.contested),
        reactions=make.told(found.reactions),
        did=make.told(found.did),
    )


class _Rows:
    """Makes rows; remembers which claims have an anchor."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self.claims = claims
        self.anchored: set[str] = set()

    def told(self, rows: Iterable[TimelineRow]) -> tuple[RowShown, ...]:
        return tuple(self._told(row) for row in rows)

    def _told(self, row: TimelineRow) -> RowShown:
        rest = (row.content or row.trigger, goods(row.goods))
        return self._row(row, who(row.actors, row.recipients), tuple(filter(None, rest)), ())

    def deal(self, row: LedgerRow, named: Sequence[Good]) -> RowShown:
        others = tuple(self._other(claim) for claim in row.in_exchange_for)
        return self._row(row, bargain(row, named), (), others)

    def _other(self, claim: str) -> Other:
        found = self.claims.get(claim)
        words = goods(found.goods) or found.trigger.text if found else "another claim"
        return Other(anchor_of(claim), words)

    def _row(
        self, row: Row, lead: str, rest: tuple[str, ...], exchanged: tuple[Other, ...]
    ) -> RowShown:
        fresh = row.claim not in self.anchored
        self.anchored.add(row.claim)
        found = self.claims.get(row.claim)
        when = days(row.day_from, row.day_to, row.dated)
        return RowShown(
            anchor=anchor_of(row.claim) if fresh else "",
            sign=_sign(row.type, row.status),
            lead=lead,
            rest=rest,
            exchanged=exchanged,
            facts=f"{label(row.kind, row.type, row.mode)} · {row.status} · {when}",
            voice=said(row.voices, row.status),
            sentence=(Run(plain(row.sentence)),) if found is None else marked(found),
            origin=_origin(row),
        )


def marked(claim: Claim) -> tuple[Run, ...]:
    """Return the claim's sentence in runs: the trigger in its status's style, voices on a ground
    of their own. Spans that overlap are left out, the trigger first of all kept."""
    text, start = claim.sentence.text, claim.sentence.start
    css = f"{_css(claim.type)} {claim.status}"
    spans = [(claim.trigger.start - start, claim.trigger.end - start, "trigger", css)]
    spans += [
        (voice.start - start, voice.end - start, "voice", "")
        for voice in claim.voices
        if voice.start is not None and voice.end is not None
    ]
    inside: list[tuple[int, int, str, str]] = []
    for span in spans:
        apart = all(span[1] <= other[0] or span[0] >= other[1] for other in inside)
        if 0 <= span[0] < span[1] <= len(text) and apart:
            inside.append(span)
    runs, at = list[Run](), 0
    for first, last, kind, style in sorted(inside):
        runs += [Run(text[at:first]), Run(text[first:last], kind, style)]
        at = last
    return tuple(run for run in (*runs, Run(text[at:])) if run.text)


def _contested(row: ContestedRow, claims: Mapping[str, Claim], a: str, b: str) -> ContestedShown:
    sides = {"a_to_b": f"{a} → {b}", "b_to_a": f"{b} → {a}", "together": f"{a} and {b}"}
    voices = [(one, "says so") for one in row.affirmed] + [(one, "denies it") for one in row.denied]
    shown = tuple(_side(claims[one], verb) for one, verb in voices if one in claims)
    return ContestedShown(sides.get(row.direction, ""), row.type, shown)


def _side(found: Claim, verb: str) -> Side:
    voice = said(found.voices, found.status) or "the article itself"
    return Side(_sign(found.type, found.status), verb, voice, marked(found))


def _sign(type: str | None, status: str, anchor: str = "", words: str = "") -> Sign:
    return Sign(_css(type), str(status), GLYPHS[status], anchor, words)


def _css(type: str | None) -> str:
    return QUADS[ontology.quad(type)][0] if type else "none"


def anchor_of(claim: str) -> str:
    """Return the name of the claim's row in the page."""
    return "c-" + "".join(c for c in claim if c.isascii() and c.isalnum())


def _origin(row: Row) -> Origin:
    more = (row.publisher, row.published and row.published[:10])
    return Origin(
        title=plain(row.title or row.url or "") or "article without a title",
        url=row.url if row.url and linkable(row.url) else None,
        more=tuple(part for part in more if part),
    )


def linkable(url: str) -> bool:
    """Say whether an address of a page may become a link: http(s) alone."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _bins(rows: Iterable[TimelineRow]) -> tuple[tuple[Bin, ...], int]:
    """Return the dated claims by day, month or year, each once, and how many have no date."""
    once = {row.claim: row for row in rows}
    dated = [(day, row) for row in once.values() if (day := row.day_from or row.day_to)]
    dated.sort(key=lambda pair: pair[0])
    grain = next((n for n in (10, 7, 4) if len({day[:n] for day, _ in dated}) <= _BINS), 4)
    bins: dict[str, list[Sign]] = {}
    for day, row in dated:
        words = f"{who(row.actors, row.recipients)} · {row.trigger} · {row.status}"
        sign = _sign(row.type, row.status, anchor_of(row.claim), words)
        bins.setdefault(day[:grain], []).append(sign)
    return tuple(Bin(day, tuple(signs)) for day, signs in bins.items()), len(once) - len(dated)
