"""RSS and Atom: each entry of a feed is an article, by what the feed itself holds of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser

from reportedly.errors import ReadingError, TooLarge
from reportedly.reading.dates import read_stamp
from reportedly.reading.decode import unpack
from reportedly.reading.html.jsonld import plain
from reportedly.reading.html.reader import read_html
from reportedly.reading.limits import MAX_ENTRIES
from reportedly.reading.parts import Facts, stated
from reportedly.reading.text.bylines import names_in
from reportedly.reading.text.reader import read_text
from reportedly.records import Article, DateBasis, Dated

Found = Article | ReadingError
_FORMS = ("text/html", "application/xhtml+xml")


def read_feed(
    data: bytes,
    where: str,
    *,
    address: str | None = None,
    follow: bool = False,
    passed: set[str] | None = None,
) -> Iterator[Found]:
    """Yield the article of every entry, in the feed's order, and problems in their place.

    An entry is read from its full text where the feed has it, else from its summary. follow: the
    page that it links to is fetched instead; see `fetch` for what that refuses. Nothing else is
    fetched. address: where the feed came from, for links that are relative to it. passed: addresses
    of entries that are passed over; those of what is read are put in.
    """
    try:
        # a stream: words it would take for an address or the name of a file, and open it
        feed = feedparser.parse(io.BytesIO(unpack(data, where)))
    except ReadingError as problem:
        yield problem
        return
    if not feed.version or (feed.bozo and not feed.entries):
        reason = feed.get("bozo_exception") or "it has neither entries nor a known form"
        yield ReadingError(where, f"this feed cannot be read: {reason}")
        return
    base = address or _web(feed.feed.get("link"))
    for number, entry in enumerate(feed.entries, start=1):
        at = f"{where}:{number}"
        if number > MAX_ENTRIES:
            yield TooLarge(at, f"over {MAX_ENTRIES:,} entries in one feed")
            return
        facts = _facts(entry, feed.feed, base)
        if passed is None or facts.url is None:
            yield _read(entry, facts, at, follow)
        elif facts.url not in passed:
            found = _read(entry, facts, at, follow)
            if isinstance(found, Article):
                passed.add(facts.url)
            yield found
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        yield ReadingError(where, f"the feed breaks off or is broken: {feed.bozo_exception}")


def _read(entry: Any, facts: Facts, at: str, follow: bool) -> Found:
    try:
        if follow:
            return _linked(facts.url, at)
        body, form = _body(entry)
        if not body.strip():
            raise ReadingError(at, "the entry has no text; --follow fetches the page that it names")
        if form in _FORMS:
            title = escape(facts.title or "")
            page = (
                f"<!doctype html><html><body><article><h1>{title}</h1>"
                f"{_paragraphs(body)}</article></body></html>"
            )
            return read_html(page, at, url=facts.url, facts=facts)
        return read_text("\n\n".join(filter(None, (facts.title, body))), at, facts)
    except ReadingError as problem:
        return problem


def _linked(url: str | None, at: str) -> Article:
    from reportedly.reading.fetch import read_url  # here: most runs fetch nothing

    if url is None:
        raise ReadingError(at, "the entry links to no page")
    return read_url(url)


def _body(entry: Any) -> tuple[str, str]:
    """Return the longest text that the feed has of the entry, and its media type."""
    texts: list[Any] = [*entry.get("content", ())]
    if "summary_detail" in entry:
        texts.append(entry.summary_detail)
    best: Any = max(texts, key=lambda one: len(one.get("value") or ""), default={})
    return best.get("value") or "", best.get("type") or "text/plain"


def _paragraphs(body: str) -> str:
    return body if "<p" in body.lower() or "<div" in body.lower() else f"<p>{body}</p>"


def _facts(entry: Any, feed: Any, base: str | None) -> Facts:
    # the library's own get() gives the one for the other
    published, modified = (read_stamp(dict.get(entry, name)) for name in ("published", "updated"))
    dated = stated(published)
    if dated is None and modified:  # Atom asks for no other date than that of the last change
        dated = Dated(value=modified, basis=DateBasis.DERIVED)
    link = entry.get("link") or ""
    return Facts(
        url=_web(urljoin(base, link) if base else link),
        title=_title(entry),
        authors=tuple(
            name for one in entry.get("authors", ()) for name in names_in(one.get("name") or "")
        ),
        publisher=_publisher(entry, feed),
        published=dated,
        modified=stated(modified),
    )


def _title(entry: Any) -> str | None:
    title = entry.get("title")
    if entry.get("title_detail", {}).get("type") in _FORMS:
        title = plain(title)
    return _words(title) or None


def _publisher(entry: Any, feed: Any) -> str | None:
    """Return whom the entry names as its source, else the feed's own name, where it is its own."""
    source = _words(entry.get("source", {}).get("title"))
    if source:
        return source
    theirs, ours = _host(entry.get("link")), _host(feed.get("link"))
    return (_words(feed.get("title")) or None) if not theirs or theirs == ours else None


def _words(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _host(url: object) -> str:
    try:
        host = urlsplit(url if isinstance(url, str) else "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _web(url: object) -> str | None:
    """Return the address if it is one of the web."""
    if isinstance(url, str) and url.lower().startswith(("http://", "https://")):
        return url
    return None
