"""A reader's comment in markup: who wrote it, and when."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from reportedly.reading.dates import Stamp, find_when, read_stamp
from reportedly.reading.hints import hints


@dataclass(slots=True)
class Remark:
    """Who wrote a comment, and when, as its markup says; filled while it is walked."""

    author: str | None = None
    time: Stamp | None = None


def note_remark(node: LexborNode, names: frozenset[str], remark: Remark) -> None:
    """Keep the comment's author and time if this element names them."""
    attributes = node.attributes
    prop = (attributes.get("itemprop") or "").lower()
    known = hints()
    if remark.time is None:
        timed = known.names_zone("time", names)
        exact = node.css_first("time[datetime]") if timed else node
        stamp = (exact or node).attributes.get("datetime") or (
            attributes.get("content") if prop.startswith("date") else None
        )
        remark.time = read_stamp(stamp or "")
        if remark.time is None and (node.tag == "time" or known.names_zone("time", names)):
            when = find_when(short_text(node))
            remark.time = when.stamp if when else None
    named = prop in ("author", "creator", "name") or known.names_zone("author", names)
    if remark.author is None and (named or node.tag == "cite"):
        words = attributes.get("content") or _author_in(node)
        remark.author = words or None


def short_text(node: LexborNode) -> str:
    return " ".join(node.text(deep=True, separator=" ")[:200].split())


def _author_in(node: LexborNode) -> str:
    """Return the name inside an author element, without "says:" and without a date."""
    inner = node.css_first(".fn, [itemprop=name], cite") or node
    words = short_text(inner)
    when = find_when(words)
    if when:
        words = words[: when.start]
    words = words.removeprefix("By ").strip(" :|·•-–—,")
    for verb in (" says", " said", " wrote", " commented"):
        words = words.removesuffix(verb)
    return words if 0 < len(words) <= 60 else ""
