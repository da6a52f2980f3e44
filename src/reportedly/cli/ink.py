"""Claims as coloured text: the status is a sign and a style, the quad class is the colour."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group
from rich.table import Table
from rich.text import Text

from reportedly.cli.output import console, markdown
from reportedly.desk.wording import GLYPHS, days, goods, label, plain, said, who
from reportedly.records import Article, Claim

#: quad class → colour; blue and orange stay apart for the colour-blind (Okabe and Ito 2008)
COLOURS = {1: "#56b4e9", 2: "#2f8fd0", 3: "#e69f00", 4: "#d55e00"}
STYLES = {
    "happened": "underline",
    "ongoing": "underline",
    "planned": "underline2",
    "possible": "italic underline",
    "conditional": "italic underline",
    "negated": "strike",
}
VOICE = "italic #cc79a7"
_LEADS = {
    "want": "wants",
    "constraint": "stands in the way of",
    "consequence": "would follow",
}


def glyph(status: str, quad: int | None) -> Text:
    """Return the sign of a status in the colour of a quad class."""
    return Text(GLYPHS[status], style=COLOURS.get(quad or 0, ""))


def told(claim: Claim) -> str:
    """Return what is claimed in a line: "Russia → North Korea: met"."""
    line = who(claim.actors, claim.recipients)
    words = plain(claim.content.text if claim.content else claim.trigger.text)
    lead = _LEADS.get(claim.kind)
    return f"{line} · {lead}: {words}" if lead else f"{line} · {words}"


def details(claim: Claim) -> str:
    """Return goods, time and place as far as they are known, between dots."""
    time = claim.time
    when = days(time.start, time.end) if time and (time.start or time.end) else ""
    place = plain(claim.place.name) if claim.place else ""
    return " · ".join(part for part in (goods(claim.goods), when, place) if part)


def reader(claim: Claim) -> str:
    """Return whose comment a claim is from; "" for what an article itself says."""
    if claim.section != "comment":
        return ""
    return f"reader’s comment, by {plain(claim.author)}" if claim.author else "reader’s comment"


def sentence(claim: Claim) -> Text:
    """Return the claim's sentence with trigger and voices marked."""
    start = claim.sentence.start
    style = f"{STYLES[claim.status]} {COLOURS.get(claim.quad or 0, '')}".strip()
    spans = [(claim.trigger.start - start, claim.trigger.end - start, style)]
    for voice in claim.voices:
        if voice.start is not None and voice.end is not None:
            spans.append((voice.start - start, voice.end - start, VOICE))
    # one space for each control character, so that the offsets still fit
    text = Text("".join(c if plain(c) else " " for c in claim.sentence.text), style="dim")
    for first, last, mark in spans:
        if 0 <= first < last <= len(text):
            text.stylize(f"not dim {mark}", first, last)
    return text


def card(claim: Claim, full: bool = True) -> Table:
    """Return a claim as a few lines: sign, who and what, code; goods and time; voice; sentence."""
    head = Text(told(claim), style="bold")
    head.append(
        f"   {label(claim.kind, claim.type, claim.mode)}",
        style=f"not bold {COLOURS.get(claim.quad or 0, '')}",
    )
    head.append(f" · {claim.status}", style="not bold dim")
    if remark := reader(claim):
        head.append(f" · {remark}", style="not bold dim")
    lines = [head]
    if more := details(claim):
        lines.append(Text(more))
    if voice := said(claim.voices, claim.status):
        lines.append(Text(f"“ {voice}", style=VOICE))
    if full:
        lines.append(sentence(claim))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=2)
    grid.add_column(ratio=1)
    grid.add_row(glyph(claim.status, claim.quad), Group(*lines))
    return grid


def article_head(article: Article, claims: int) -> Group:
    """Return an article's title and what it says of itself."""
    title = plain(article.title) if article.title else "(no title)"
    published = article.published.value if article.published else "undated"
    if article.published and article.published.basis == "derived":
        published += " (worked out: the page does not give it)"
    facts = [
        article.publisher,
        published,
        article.url,
        f"{claims:,} {'claim' if claims == 1 else 'claims'}",
    ]
    meta = " · ".join(plain(fact) for fact in facts if fact)
    return Group(Text(title, style="bold underline"), Text(meta, style="dim"), Text(""))


def markdown_lines(claims: Iterable[Claim]) -> Iterable[str]:
    """Yield each claim as one item of a Markdown list."""
    for claim in claims:
        parts = [label(claim.kind, claim.type, claim.mode), claim.status, details(claim)]
        parts += [said(claim.voices, claim.status), reader(claim)]
        more = " · ".join(markdown(part) for part in parts if part)
        yield f"- {GLYPHS[claim.status]} **{markdown(told(claim))}** — {more}  "
        yield f"  > {markdown(claim.sentence.text)}"


def print_cards(article: Article | None, claims: Iterable[Claim]) -> None:
    """Print claims as coloured text, under the head of their article where it is given."""
    out = console()
    if article is not None:
        claims = list(claims)
        out.print(article_head(article, len(claims)))
    nothing = True
    for claim in claims:
        nothing = False
        out.print(card(claim))
        out.print()
    if nothing:
        out.print("nothing found\n")
