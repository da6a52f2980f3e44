"""Title, authors, publisher, dates, address: JSON-LD first, then meta tags, then the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportedly.reading.dates import Stamp, read_stamp
from reportedly.reading.hints import hints, listed, name_parts, whole_names
from reportedly.reading.html.address import Meta, first, read_address, read_language
from reportedly.reading.html.blocks import Block, Page
from reportedly.reading.html.jsonld import LinkedData, names_of, plain
from reportedly.reading.html.markup import Mark
from reportedly.reading.parts import Facts, derived, stated
from reportedly.reading.text.bylines import names_in, read_byline
from reportedly.reading.text.lines import (
    count_words,
    dates_of,
    is_date_line,
    is_paragraph,
)

_PUBLISHED = listed(
    "article:published_time og:published_time datepublished date pubdate publishdate publish_date"
    " publish-date dc.date dc.date.issued dcterms.created dcterms.date sailthru.date"
    " parsely-pub-date article.published publication_date published_time originalpublicationdate"
)
_MODIFIED = listed(
    "article:modified_time og:updated_time datemodified lastmod last-modified dcterms.modified"
    " article.updated modified_time revised"
)
_AUTHOR = "author article:author parsely-author dc.creator dcterms.creator byl sailthru.author"
_SUFFIX = re.compile(r"\s+(?:[|–—·»]|-{1,2}|::)\s+[^|–—·»]{2,50}$")
_TOP = 60  # blocks: bylines and datelines stand above the report


def read_facts(page: Page, data: LinkedData, url: str | None) -> Facts:
    """Return what the page says of itself; the language is what <html lang> claims."""
    meta = _meta(page.tree)
    publisher = _publisher(data, meta)
    printed = [dates_of(line) for line in _dated_lines(page)]
    shown = (*_marked_times(page), *(first for first, _ in printed if first))
    changed = [last for _, last in printed if last]
    return Facts(
        url=read_address(page.tree, data, meta, url),
        title=_title(page, data, meta, publisher),
        authors=_authors(page, data, meta),
        publisher=publisher,
        published=stated(_precise(_stamps(data, meta, "datePublished", _PUBLISHED, shown)))
        or derived(next(iter(changed), None)),
        modified=stated(_precise(_stamps(data, meta, "dateModified", _MODIFIED, changed))),
        language=read_language(page.tree),
    )


def _meta(tree: LexborHTMLParser) -> Meta:
    """Return the contents of meta tags, and of microdata, by lower-case name, in page order."""
    found: Meta = {}
    for node in tree.css("meta, [itemprop][content], time[itemprop][datetime]"):
        attributes = node.attributes
        words = attributes.get("content") or attributes.get("datetime")
        for key in ("property", "name", "itemprop"):
            name = (attributes.get(key) or "").strip().lower()
            if name and words and words.strip():
                found.setdefault(name, []).append(" ".join(words.split())[:2000].strip())
    return found


def _publisher(data: LinkedData, meta: Meta) -> str | None:
    node = data.article or {}
    for key in ("publisher", "sourceOrganization"):
        for name in names_of(data.follow(node.get(key))):
            return name
    return first(
        meta, "og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone"
    )


def _title(page: Page, data: LinkedData, meta: Meta, publisher: str | None) -> str | None:
    """Return the title without the publisher's name."""
    shown = [
        " ".join(block.text.split())
        for block in page.blocks
        if block.level == 1 and block.place.mark is Mark.NONE
    ]
    given = plain((data.article or {}).get("headline")) or first(
        meta, "og:title", "twitter:title", "dc.title"
    )
    if given:
        same = (one for one in shown if given.startswith(one) and _SUFFIX.match(given, len(one)))
        return next(same, None) or _without_suffix(given, publisher)
    tab = page_title(page.tree)
    # a heading that ends the tab's title is the site's name
    for words in shown:
        if words != publisher and not (tab.endswith(words) and len(tab) > len(words)):
            return words
    cut = _SUFFIX.sub("", tab)
    return (cut if len(cut.split()) >= 3 or cut in shown or shown else tab) or None


def page_title(tree: LexborHTMLParser) -> str:
    """Return what the browser's tab shows, "" for nothing."""
    node = tree.css_first("head title") or tree.css_first("title")
    return " ".join(node.text(deep=True).split())[:500].strip() if node else ""


def _without_suffix(title: str, publisher: str | None) -> str:
    """Return the title without " | Publisher"."""
    bare = " ".join(title.split())
    match = _SUFFIX.search(bare)
    if match and publisher and publisher.casefold() in match.group().casefold():
        return bare[: match.start()]
    return bare


def _authors(page: Page, data: LinkedData, meta: Meta) -> tuple[str, ...]:
    """Return the authors' names in order, each once."""
    node = data.article or {}
    value = node.get("author") or node.get("creator")
    people = [data.follow(one) for one in value] if isinstance(value, list) else data.follow(value)
    for names in (
        names_of(people),
        (words for name in _AUTHOR.split() for words in meta.get(name, ())),
        _shown_authors(page),
    ):
        found = tuple(dict.fromkeys(name for words in names for name in names_in(words)))
        if found:
            return found
    return ()


def _shown_authors(page: Page) -> Iterator[str]:
    top = _top(page)
    for block in top:
        yield from read_byline(block.text.split("\n")[0])
    for node in page.tree.css("[itemprop=author], a[rel~=author], .byline .author, .author-name"):
        name = node.css_first("[itemprop=name]") or node
        if _in_comment(node, page.posts):
            continue
        yield " ".join(name.text(deep=True)[:120].split())


def _top(page: Page) -> Sequence[Block]:
    """Return the blocks up to the second paragraph, without furniture and comments."""
    found: list[Block] = []
    paragraphs = 0
    for block in page.blocks[:_TOP]:
        if block.place.remark is None and block.place.mark is not Mark.FURNITURE:
            found.append(block)
            paragraphs += is_paragraph(block.text) and count_words(block.text) >= 15
            if paragraphs == 2:
                break
    return found


def _stamps(
    data: LinkedData, meta: Meta, key: str, names: Sequence[str], shown: Iterable[Stamp]
) -> Iterator[Stamp]:
    """Yield the dates that the page gives, most reliable first."""
    for value in [(data.article or {}).get(key), *(v for n in names for v in meta.get(n, ()))]:
        if stamp := read_stamp(value):
            yield stamp
    yield from shown


def _precise(stamps: Iterable[Stamp]) -> Stamp | None:
    """Return the first date; with the time of day and zone, if another gives it for that day."""
    found = list(stamps)
    same = [stamp for stamp in found if stamp[:10] == found[0][:10]]
    first = found[0] if found else None
    if first is not None and len(first) == 10:
        return max(same, key=len)
    return first


def _marked_times(page: Page) -> Iterator[Stamp]:
    """Yield the dates of the <time> elements above or in the report."""
    for node in page.tree.css("article time[datetime], main time[datetime], time[pubdate]")[:5]:
        stamp = read_stamp(node.attributes.get("datetime"))
        if stamp and not _in_comment(node, page.posts):
            yield stamp


def _dated_lines(page: Page) -> Iterator[str]:
    """Yield the lines above the report that give its dates: date lines and bylines."""
    for block in _top(page):
        for line in block.text.split("\n"):
            if len(line) < 200 and (is_date_line(line) or read_byline(line)):
                yield line


def _in_comment(node: LexborNode, posts: Mapping[int, Stamp]) -> bool:
    """Say whether an element stands in a comment, a live page's post or a teaser elsewhere."""
    known = hints()
    around = node.parent
    while around is not None and around.tag not in ("body", "html", "article", "main"):
        attributes = around.attributes
        names = whole_names(attributes.get("class"), attributes.get("id"))
        if known.names_zone("comments", names) or known.names_zone("comment", names):
            return True
        if known.names_zone("furniture", name_parts(" ".join(names))):
            return True
        if (attributes.get("itemtype") or "").endswith("Comment"):
            return True
        if around.mem_id in posts or around.tag == "aside":
            return True
        around = around.parent
    return False
