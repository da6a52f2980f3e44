"""One source, one article: a file, bytes, or a text."""

from __future__ import annotations

import re
from pathlib import Path

from reportedly.errors import ReadingError, TooLarge, UsageError
from reportedly.reading.containers import refuse_container, refuse_name
from reportedly.reading.decode import decode, refuse_binary, unpack
from reportedly.reading.html.reader import read_html
from reportedly.reading.limits import MAX_BYTES
from reportedly.reading.mistaken import mistaken
from reportedly.reading.parts import Facts
from reportedly.reading.text.reader import read_text
from reportedly.records import Article

_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--.{0,3000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|article|main|div|section|title|meta|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"</?(?:p|div|h[1-6]|body|html|br|a|span|td|script|meta)\b[^<>]{0,500}>", re.I)
_MANY = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})


def read(source: Path | bytes | str, *, url: str | None = None) -> Article:
    """Return the article of one source; nothing is fetched.

    A Path is a file of HTML or text, gzip or not; bytes are HTML or text, found out; a str is
    text, and article.text is that str, unless it is an HTML page, which is read as one. A str
    that is the name of a file or an address is refused: see mistaken. url is where the page came
    from, if known.

    Raises ReadingError, and its kinds TooLarge and WrongLanguage; UsageError for another type.
    """
    if isinstance(source, str):
        if problem := mistaken(source):
            raise ReadingError(repr(source), problem)
        refuse_container(source, url or "text")
        if looks_like_html(source):
            return read_html(source, url or "text", url=url)
        return read_text(source, url or "text", Facts(url=url))
    if isinstance(source, bytes):
        return read_bytes(source, url or "bytes", url=url)
    if isinstance(source, Path):
        return read_file(source, url=url)
    raise UsageError(
        f"a {type(source).__name__} cannot be read; pass a pathlib.Path, bytes (HTML or text), or"
        " a str (text)"
    )


def read_file(path: Path, *, url: str | None = None) -> Article:
    """Return the article of a file. Raises ReadingError."""
    where = str(path)
    name = path.name.lower().removesuffix(".gz")
    if name.endswith(_MANY):
        raise ReadingError(where, "this file holds many articles; use read_many")
    refuse_name(name, where)
    suffix = Path(name).suffix
    kind = "html" if suffix in HTML_SUFFIXES else "text" if suffix in TEXT_SUFFIXES else None
    return read_bytes(load(path), where, url=url, kind=kind)


def load(path: Path) -> bytes:
    """Return a file's bytes. Raises TooLarge before reading, ReadingError for no such file."""
    where = str(path)
    try:
        if not path.is_file():
            what = "a folder" if path.is_dir() else "no file"
            raise ReadingError(where, f"this is {what}; give the path of a page or a text")
        if (size := path.stat().st_size) > MAX_BYTES:
            raise TooLarge(where, f"{size:,} bytes; at most {MAX_BYTES:,} are read")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as problem:
        raise ReadingError(where, f"cannot be opened: {problem}") from None


def read_bytes(
    data: bytes,
    where: str,
    *,
    url: str | None = None,
    charset: str | None = None,
    kind: str | None = None,
) -> Article:
    """Return the article of a page or text. kind is "html", "text", or None: found out."""
    refuse_binary(data, where)
    text = decode(unpack(data, where), where, charset=charset)
    refuse_container(text, where)
    if kind == "html" or (kind is None and looks_like_html(text)):
        return read_html(text, where, url=url)
    return read_text(text, where, Facts(url=url))


def looks_like_html(text: str) -> bool:
    """Say whether the characters are a page: they start as one, or are full of its tags."""
    head = text[:20_000]
    if _START.match(head):
        return True
    return head.lstrip().startswith("<") and len(_TAGS.findall(head)) * 200 > len(head)
