"""A claim's sentence with its marks, its place in a page, and which addresses may become links."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from reportedly import ontology
from reportedly.desk.wording import QUADS
from reportedly.records import Claim


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence. kind: trigger, voice, or "" for the words between."""

    text: str
    kind: str = ""
    css: str = ""


def marked(claim: Claim) -> tuple[Run, ...]:
    """Return the claim's sentence in runs: the trigger in its status's style, voices on a ground
    of their own. Spans that overlap are left out, the trigger first of all kept."""
    text, start = claim.sentence.text, claim.sentence.start
    css = f"{css_of(claim.type)} {claim.status}"
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


def css_of(type: str | None) -> str:
    """Return the class of the type's quad class; "none" without a type."""
    return QUADS[ontology.quad(type)][0] if type else "none"


def anchor_of(claim: str) -> str:
    """Return the name of the claim's row in the page."""
    return "c-" + "".join(c for c in claim if c.isascii() and c.isalnum())[:16]


def linkable(url: str) -> bool:
    """Say whether an address of a page may become a link: http(s) alone."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
