"""Title, authors, publisher, dates, address: JSON-LD first, then meta tags, then the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportedly.reading.dates import Stamp, find_when, read_stamp
from reportedly.reading.hints import hints, listed, whole_names
from reportedly.reading.html.blocks import Block, Page
from reportedly.reading.html.jsonld import LinkedData, names_of, plain
from reportedly.reading.html.markup import Mark
from reportedly.reading.parts import Facts, stated
from reportedly.reading.text.lines import is_date_line, is_name, read_byline

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
_AND = re.compile(r"\s*(?:;|,(?!\s*(?:Jr|Sr|Dr|PhD)\b)|\band\b|&)\s+")
_TOP = 60  # blocks: bylines and datelines stand above the report

Meta = dict[str, list[str]]


def read_facts(page: Page, data: LinkedData, url: str | None) -> Facts:
    """Return what the page says of itself; the language is what <html lang> claims."""
    meta = _meta(page.tree)
    publisher = _publisher(data, meta)
    shown = _shown_dates(page)
    return Facts(
        url=_address(page.tree, data, meta, url),
        title=_title(page, data, meta, publisher),
        authors=_authors(page, data, meta),
        publisher=publisher,
        published=stated(_precise(_stamps(data, meta, "datePublished", _PUBLISHED, shown))),
        modified=stated(_precise(_stamps(data, meta, "dateModified", _MODIFIED, ()))),
        language=_language(page.tree),
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
                found.setdefault(name, []).append(" ".join(words.split())[:2000])
    return found


def _first(meta: Meta, *names: str) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _publisher(data: LinkedData, meta: Meta) -> str | None:
    node = data.article or {}
    for key in ("publisher", "sourceOrganization"):
        for name in names_of(data.follow(node.get(key))):
            return name
    return _first(
        meta, "og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone"
    )


def _title(page: Page, data: LinkedData, meta: Meta, publisher: str | None) -> str | None:
    stated_title = plain((data.article or {}).get("headline")) or _first(
        meta, "og:title", "twitter:title", "dc.title"
    )
    if stated_title:
        return _without_suffix(stated_title, publisher)
    for block in page.blocks:
        if block.level == 1 and block.place.mark is Mark.NONE and block.text != publisher:
            return " ".join(block.text.split())
    node = page.tree.css_first("head title") or page.tree.css_first("title")
    words = " ".join(node.text(deep=True).split())[:500] if node else ""
    cut = _SUFFIX.sub("", words)
    return (cut if len(cut.split()) >= 3 else words) or None


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
        found = tuple(dict.fromkeys(_split_names(names)))
        if found:
            return found
    return ()


def _split_names(names: Iterable[str]) -> Iterator[str]:
    for words in names:
        bare = re.sub(r"^by\s+", "", words.strip(), flags=re.IGNORECASE)
        for name in _AND.split(bare):
            tidy = name.strip(" ,;|")
            if tidy and not tidy.startswith(("http", "@", "/")) and is_name(tidy):
                yield tidy


def _shown_authors(page: Page) -> Iterator[str]:
    top = _top(page)
    for block in top:
        yield from read_byline(block.text.split("\n")[0])
    for node in page.tree.css("[itemprop=author], a[rel~=author], .byline .author, .author-name"):
        name = node.css_first("[itemprop=name]") or node
        if _in_comment(node):
            continue
        yield " ".join(name.text(deep=True)[:120].split())


def _top(page: Page) -> Sequence[Block]:
    return [block for block in page.blocks[:_TOP] if block.place.remark is None]


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


def _shown_dates(page: Page) -> Iterator[Stamp]:
    """Yield the dates shown above the report: <time> elements, then lines that are dates."""
    for node in page.tree.css("article time[datetime], main time[datetime], time[pubdate]")[:5]:
        if not _in_comment(node) and (stamp := read_stamp(node.attributes.get("datetime"))):
            yield stamp
    for block in _top(page):
        for line in block.text.split("\n"):
            dated = len(line) < 160 and (is_date_line(line) or bool(read_byline(line)))
            when = find_when(line) if dated else None
            if when and when.stamp and not line.casefold().startswith(("updated", "last")):
                yield when.stamp


def _in_comment(node: LexborNode) -> bool:
    """Say whether an element stands in a reader's comment or among other reports."""
    known = hints()
    around = node.parent
    while around is not None and around.tag not in ("body", "html"):
        attributes = around.attributes
        names = whole_names(attributes.get("class"), attributes.get("id"))
        if known.names_zone("comments", names) or known.names_zone("comment", names):
            return True
        if around.tag == "aside" or (attributes.get("itemtype") or "").endswith("Comment"):
            return True
        around = around.parent
    return False


def _address(tree: LexborHTMLParser, data: LinkedData, meta: Meta, url: str | None) -> str | None:
    link = tree.css_first("link[rel~=canonical]")
    node = data.article or {}
    main = node.get("mainEntityOfPage")
    main = main.get("@id") if isinstance(main, dict) else main
    for found in (link.attributes.get("href") if link else None, _first(meta, "og:url"), main,
                  node.get("url")):  # fmt: skip
        address = _web_address(found, url)
        # a canonical address that is the bare site is a misset content system
        if address and not (url and urlsplit(url).path.strip("/") and not _path(address)):
            return address
    return url


def _web_address(found: object, base: str | None) -> str | None:
    if not isinstance(found, str) or not found.strip() or len(found) > 2000:
        return None
    try:
        address = urljoin(base or "", found.strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _path(address: str) -> str:
    return urlsplit(address).path.strip("/")


def _language(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("html")
    lang = (node.attributes.get("lang") or "") if node else ""
    code = re.split(r"[-_]", lang.strip().lower())[0]
    return code if re.fullmatch(r"[a-z]{2}", code) else None
