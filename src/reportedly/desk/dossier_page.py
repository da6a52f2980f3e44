"""The dossier of two parties as one HTML page that needs nothing else: no script, no network.

Pages are hostile: every text goes through html.escape, an address becomes a link only when it
is http(s), and the page's own policy forbids scripts and anything from outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files
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
from reportedly.records import Claim, Good, Status
from reportedly.views import ContestedRow, Dossier, LedgerRow, TimelineRow

Row = TimelineRow | LedgerRow
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
#: more columns than this do not fit a wide screen
_BINS = 26


def claim_ids(found: Dossier) -> list[str]:
    """Return the ids of the claims whose sentences the page shows, in no order, once each."""
    ids = [row.claim for part in _timelines(found) for row in part]
    ids += [row.claim for row in found.exchanges]
    for contested in found.contested:
        ids += [*contested.affirmed, *contested.denied]
    return list(dict.fromkeys(ids))


def page(found: Dossier, claims: Mapping[str, Claim], a: str, b: str) -> str:
    """Return the page. claims: by id, those of claim_ids; a row whose claim is missing shows its
    sentence without marks. a, b: what to call the two."""
    title = f"{escape(plain(a))} — {escape(plain(b))}"
    shown = _Page(claims)
    body = "\n".join(shown.sections(found, escape(plain(a)), escape(plain(b))))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} · Reportedly</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        f'<header>\n<p class="mark">Report<i>edly</i></p>\n<h1>{title}</h1>\n'
        f'<p class="soft">{_extent(found)}</p>\n{_legend()}\n</header>\n'
        f"<main>\n{body}\n</main>\n"
        '<footer class="soft"><p>A claim is what one sentence of one article presents, in whose '
        "voice, and how firmly. It is never the truth.</p></footer>\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    return files(__package__).joinpath("dossier.css").read_text(encoding="utf-8")


def _timelines(found: Dossier) -> tuple[tuple[TimelineRow, ...], ...]:
    return (
        *(found.did, found.wants_a, found.wants_b, found.obstacles),
        *(found.consequences, found.plans, found.reactions),
    )


def _extent(found: Dossier) -> str:
    articles = {row.article for part in _timelines(found) for row in part}
    articles |= {row.article for row in found.exchanges}
    number = len(claim_ids(found))
    pages = "article" if len(articles) == 1 else "articles"
    return f"{number:,} {'claim' if number == 1 else 'claims'} in {len(articles):,} {pages}"


def _legend() -> str:
    signs = [f"<li>{GLYPHS[one]} <b>{one}</b></li>" for one in Status]
    signs += [
        f'<li><span class="{css}">■</span> <b>{words}</b></li>' for css, words in QUADS.values()
    ]
    signs.append('<li><span class="voice">a voice</span></li>')
    return f'<ul class="legend" aria-label="Signs">{"".join(signs)}</ul>'


class _Page:
    """Writes the parts; remembers which claims have an anchor, so that none has two."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self.claims = claims
        self.anchored: set[str] = set()

    def sections(self, found: Dossier, a: str, b: str) -> Iterator[str]:
        """Yield the sections in reading order; the two wants stand side by side."""
        rows = [row for part in _timelines(found) for row in part]
        if not rows and not found.exchanges and not found.contested:
            yield _section("Nothing found", "<p>The store has no claim of the two.</p>")
            return
        yield _section("Timeline", _strip(rows))
        yield '<div class="two">'
        yield self._list(f"{a} wants", found.wants_a, "No claim of the store says so.")
        yield self._list(f"{b} wants", found.wants_b, "No claim of the store says so.")
        yield "</div>"
        if found.exchanges:
            deals = bargains(found.exchanges)
            items = (self._row(row, self._deal(row, named)) for row, named in deals)
            yield _section("Exchanges", f"<ol>{''.join(items)}</ol>")
        for heading, part in (
            ("What stands in the way", found.obstacles),
            ("Rules at stake", found.consequences),
            ("Plans", found.plans),
        ):
            yield self._list(heading, part)
        if found.contested:
            yield _section("Contested", "".join(self._contested(c, a, b) for c in found.contested))
        yield self._list("Reactions of others", found.reactions)
        yield self._list("What is reported between them", found.did)

    def _list(self, heading: str, rows: Sequence[TimelineRow], empty: str = "") -> str:
        if not rows:
            return _section(heading, f'<p class="soft">{empty}</p>') if empty else ""
        items = "".join(self._row(row, self._told(row)) for row in rows)
        return _section(heading, f"<ol>{items}</ol>")

    def _told(self, row: TimelineRow) -> str:
        words = _say(row.content or row.trigger)
        line = f'<span class="who">{_say(who(row.actors, row.recipients))}</span> · {words}'
        held = goods(row.goods)
        return f"{line} · {_say(held)}" if held else line

    def _deal(self, row: LedgerRow, named: Sequence[Good]) -> str:
        line = f'<span class="who">{_say(bargain(row, named))}</span>'
        if not row.in_exchange_for:
            return line
        return f"{line} · in exchange for {', '.join(map(self._other, row.in_exchange_for))}"

    def _other(self, claim: str) -> str:
        found = self.claims.get(claim)
        words = goods(found.goods) or found.trigger.text if found else "another claim"
        return f'<a href="#{_anchor(claim)}">{_say(words)}</a>'

    def _row(self, row: Row, line: str) -> str:
        """Return one claim: sign, who and what, code and days, voice, sentence, article."""
        css = _css(row.type)
        fresh = row.claim not in self.anchored
        self.anchored.add(row.claim)
        anchor = f' id="{_anchor(row.claim)}"' if fresh else ""
        voice = said(row.voices, row.status)
        facts = f"{label(row.kind, row.type, row.mode)} · {row.status} · " + days(
            row.day_from, row.day_to, row.dated
        )
        return (
            f'<li class="row"{anchor}><span class="glyph {css}" title="{row.status}" role="img" '
            f'aria-label="{row.status}">{GLYPHS[row.status]}</span><div><div>{line}</div>'
            f'<div class="code">{_say(facts)}</div>'
            + (f'<div class="lab">“ {_say(voice)}</div>' if voice else "")
            + f"<blockquote>{self._sentence(row.claim, row.sentence)}</blockquote>"
            f'<div class="from">{_article(row)}</div></div></li>'
        )

    def _sentence(self, claim: str, text: str) -> str:
        found = self.claims.get(claim)
        return marked(found) if found is not None else _say(text)

    def _contested(self, row: ContestedRow, a: str, b: str) -> str:
        sides = {"a_to_b": f"{a} → {b}", "b_to_a": f"{b} → {a}", "together": f"{a} and {b}"}
        head = f'<p><span class="who">{sides.get(row.direction, "")}</span> {_say(row.type)}</p>'
        items = [self._side(one, "says so") for one in row.affirmed]
        items += [self._side(one, "denies it") for one in row.denied]
        return f"{head}<ol>{''.join(items)}</ol>"

    def _side(self, claim: str, verb: str) -> str:
        found = self.claims.get(claim)
        if found is None:
            return ""
        css, voice = _css(found.type), said(found.voices, found.status) or "the article itself"
        return (
            f'<li class="row"><span class="glyph {css}" title="{found.status}" role="img" '
            f'aria-label="{found.status}">{GLYPHS[found.status]}</span><div>'
            f'<div class="lab">{verb}: {_say(voice)}</div>'
            f"<blockquote>{marked(found)}</blockquote></div></li>"
        )


def marked(claim: Claim) -> str:
    """Return the claim's sentence as HTML: trigger underlined in its status's style, voices on a
    ground of their own. Spans that overlap are cut, the trigger first."""
    text, start = claim.sentence.text, claim.sentence.start
    trigger = f'<mark class="{_css(claim.type)} {claim.status}">'
    spans = [(claim.trigger.start - start, claim.trigger.end - start, trigger, "</mark>")]
    spans += [
        (voice.start - start, voice.end - start, '<span class="voice">', "</span>")
        for voice in claim.voices
        if voice.start is not None and voice.end is not None
    ]
    inside: list[tuple[int, int, str, str]] = []
    for first, last, opened, closed in spans:
        apart = all(last <= other[0] or first >= other[1] for other in inside)
        if 0 <= first < last <= len(text) and apart:
            inside.append((first, last, opened, closed))
    parts, at = [], 0
    for first, last, opened, closed in sorted(inside):
        parts += [_raw(text[at:first]), opened, _raw(text[first:last]), closed]
        at = last
    return "".join([*parts, _raw(text[at:])])


def _raw(text: str) -> str:
    """Return text escaped, edge spaces kept: it is a piece of a sentence."""
    return escape("".join(c if c == " " or plain(c) else " " for c in text))


def _say(text: str) -> str:
    return escape(plain(text))


def _section(heading: str, body: str) -> str:
    return f"<section><h2>{heading}</h2>{body}</section>"


def _anchor(claim: str) -> str:
    return "c-" + "".join(c for c in claim if c.isascii() and c.isalnum())


def _css(type: str | None) -> str:
    return QUADS[ontology.quad(type)][0] if type else "none"


def _article(row: Row) -> str:
    """Return title, publisher and date of the row's article, the title a link where it is safe."""
    title = _say(row.title or row.url or "article without a title")
    if row.url and _linkable(row.url):
        title = f'<a href="{escape(row.url)}" rel="noopener noreferrer nofollow">{title}</a>'
    more = [_say(part) for part in (row.publisher, row.published and row.published[:10]) if part]
    return " · ".join([title, *more])


def _linkable(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _strip(rows: Iterable[TimelineRow]) -> str:
    """Return the dated claims as signs stacked by day, month or year, each a link to its row."""
    once = {row.claim: row for row in rows}
    dated = [(day, row) for row in once.values() if (day := row.day_from or row.day_to)]
    dated.sort(key=lambda pair: pair[0])
    if not dated:
        return '<p class="soft">No claim has a date.</p>'
    grain = next((n for n in (10, 7, 4) if len({day[:n] for day, _ in dated}) <= _BINS), 4)
    bins: dict[str, list[TimelineRow]] = {}
    for day, row in dated:
        bins.setdefault(day[:grain], []).append(row)
    undated = len(once) - len(dated)
    more = f'<p class="soft">{undated:,} more without a date.</p>' if undated else ""
    columns = "".join(_bin(day, found) for day, found in bins.items())
    note = "By the text’s own time, else by day of publication."
    return (
        f'<div class="strip" tabindex="0" role="group" aria-label="Timeline">{columns}</div>'
        f'<p class="soft">{note}</p>{more}'
    )


def _bin(day: str, rows: Sequence[TimelineRow]) -> str:
    signs = "".join(
        f'<a class="{_css(row.type)}" href="#{_anchor(row.claim)}" title="'
        f'{_say(f"{who(row.actors, row.recipients)} · {row.trigger} · {row.status}")}">'
        f"{GLYPHS[row.status]}</a>"
        for row in rows
    )
    return f'<div class="bin"><div>{signs}</div><span>{escape(day)}</span></div>'
