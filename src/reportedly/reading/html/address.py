"""The page's own address and language, as its head gives them."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from reportedly.reading.html.jsonld import LinkedData

Meta = dict[str, list[str]]  # contents of meta tags and microdata, by lower-case name


def first(meta: Meta, *names: str) -> str | None:
    """Return the first content that one of the names has."""
    return next((meta[name][0] for name in names if name in meta), None)


def read_address(
    tree: LexborHTMLParser, data: LinkedData, meta: Meta, url: str | None
) -> str | None:
    """Return the canonical address, else the one that the page came from; None without any."""
    link = tree.css_first("link[rel~=canonical]")
    node = data.article or {}
    main = node.get("mainEntityOfPage")
    main = main.get("@id") if isinstance(main, dict) else main
    for found in (link.attributes.get("href") if link else None, first(meta, "og:url"), main,
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


def read_language(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("html")
    lang = (node.attributes.get("lang") or "") if node else ""
    code = re.split(r"[-_]", lang.strip().lower())[0]
    return code if re.fullmatch(r"[a-z]{2}", code) else None
