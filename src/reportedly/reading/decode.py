"""Bytes to characters: what they are, how they are packed, which encoding they are in."""

from __future__ import annotations

import codecs
import re
import zlib

from charset_normalizer import from_bytes

from reportedly.errors import ReadingError, TooLarge
from reportedly.reading.limits import MAX_BYTES

_GZIP = b"\x1f\x8b"
_HEAD = 65_536  # bytes by which it is told what they are
# first bytes, what the file is, what its owner can do
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", "turn it into text first, for example with pdftotext"),
    (b"\x89PNG", "a PNG image", "images hold no text that can be read here"),
    (b"\xff\xd8\xff", "a JPEG image", "images hold no text that can be read here"),
    (b"GIF8", "a GIF image", "images hold no text that can be read here"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save it as text"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text"),
    (b"{\\rtf", "an RTF document", "save it as text"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "zstd data", "unpack it first, for example with unzstd"),
    (b"\xfd7zXZ", "xz data", "unpack it first, for example with unxz"),
    (b"BZh", "bzip2 data", "unpack it first, for example with bunzip2"),
    (b"PAR1", "a Parquet file", "give its path, so that its rows can be read"),
    (b"SQLite format 3", "an SQLite database", "export the articles as JSON lines"),
    (b"\x7fELF", "a program", "give a page or a text"),
    (b"RIFF", "an image, sound or film", "give a page or a text"),
    (b"OggS", "sound", "give a page or a text"),
    (b"ID3", "sound", "give a page or a text"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARATION = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")


def unpack(data: bytes, where: str) -> bytes:
    """Return the data, out of gzip if it is in it. Raises TooLarge, ReadingError."""
    if len(data) > MAX_BYTES:
        raise TooLarge(where, f"{len(data):,} bytes; at most {MAX_BYTES:,} are read")
    if not data.startswith(_GZIP):
        return data
    out: list[bytes] = []
    left = MAX_BYTES
    while data.startswith(_GZIP):
        member = zlib.decompressobj(wbits=31)
        try:
            out.append(member.decompress(data, left + 1))
        except zlib.error as problem:
            raise ReadingError(where, f"broken gzip: {problem}") from None
        left -= len(out[-1])
        if left < 0:
            raise TooLarge(where, f"over {MAX_BYTES:,} bytes after decompression")
        if not member.eof:
            raise ReadingError(where, "the gzip data ends too early; fetch the file again")
        data = member.unused_data
    return b"".join(out)


def head_of(data: bytes) -> str:
    """Return the first characters, out of gzip if they are in it, as far as ASCII tells them."""
    if data.startswith(_GZIP):
        try:
            data = zlib.decompressobj(wbits=31).decompress(data, _HEAD)
        except zlib.error:
            return ""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[:_HEAD].decode(encoding, "ignore")
    return data[:_HEAD].decode("latin-1")


def decode(data: bytes, where: str, *, charset: str | None = None) -> str:
    """Return the characters of a page or text.

    A byte order mark leads, then the charset that the server named, then the page's own,
    then UTF-8, then what the bytes look like. Raises ReadingError for binary data and for
    bytes that no encoding explains.
    """
    refuse_binary(data, where)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding, where)
    if (wide := _wide(data)) is not None:
        return _strictly(data, wide, where)
    text = _try_in_turn(data, charset)
    if text is None or "\x00" in text[:4000] or _many_controls(text):
        raise ReadingError(where, "binary data in no known form; give HTML or text")
    return text


def refuse_binary(data: bytes, where: str) -> None:
    """Raise ReadingError that says what the data is, if it is a known binary form."""
    for magic, what, advice in _MAGIC:
        if data.startswith(magic):
            raise ReadingError(where, f"this is {what}; {advice}")


def _many_controls(text: str) -> bool:
    head = text[:4000]
    count = sum(1 for sign in head if (sign < " " and sign not in "\t\n\x0b\x0c\r\x1b"))
    return count * 50 > len(head)


def _try_in_turn(data: bytes, charset: str | None) -> str | None:
    head = data[:4096]
    declared = _META.search(head) or _DECLARATION.search(head)
    named = [charset, declared.group(1).decode("ascii") if declared else None, "utf-8"]
    for encoding in named:
        if encoding and (text := _exactly(data, encoding)) is not None:
            return text
    return _mostly_utf8(data) or _guess(data)


def _exactly(data: bytes, encoding: str) -> str | None:
    name = encoding.strip().lower()
    # what pages call Latin 1 or ASCII is Windows-1252 in every browser
    if name in {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "iso8859-1"}:
        name = "cp1252"
    try:
        return data.decode(name)
    except (LookupError, ValueError):  # LookupError also for codecs that give no text
        return None


def _mostly_utf8(data: bytes) -> str | None:
    """Return UTF-8 with stray Windows-1252 bytes mended; None when UTF-8 is the exception."""
    text = data.decode("utf-8", "surrogateescape")
    stray = sum(1 for sign in text if "\udc80" <= sign <= "\udcff")
    good = sum(1 for sign in text if sign > "\x7f") - stray
    if good <= 2 * stray:
        return None
    return re.sub(
        "[\udc80-\udcff]+",
        lambda run: run.group().encode("utf-8", "surrogateescape").decode("cp1252", "replace"),
        text,
    )


def _guess(data: bytes) -> str | None:
    # English has few letters outside ASCII: there detection errs more than cp1252 does
    if sum(1 for byte in data if byte > 127) * 20 < len(data):
        return _exactly(data, "cp1252")
    best = from_bytes(data[:65536]).best()
    return _exactly(data, best.encoding) if best else _exactly(data, "cp1252")


def _wide(data: bytes) -> str | None:
    """Return the name of UTF-16 without a mark, told by its zero bytes."""
    head = data[:2000]
    half = len(head) // 2
    if half < 8 or b"\x00" not in head:
        return None
    if head[1::2].count(0) > 0.7 * half and head[0::2].count(0) == 0:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * half and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as problem:
        raise ReadingError(where, f"marked as {encoding}, but is not: {problem}") from None
