"""One page, one address: what only tells how a reader came to it is taken off."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from reportedly.reading.hints import hints


def plain_address(url: str | None) -> str | None:
    """Return the address without tracking ("?utm_source=x", "fbclid") and without its fragment.

    What is no address comes back as it is; so does the order of what is left of the query.
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if not parts.netloc or not (parts.query or parts.fragment):
        return url
    kept = [one for one in parts.query.split("&") if one and not _tracks(one)]
    fragment = parts.fragment if parts.fragment.startswith("!") else ""  # a page of its own
    return urlunsplit(parts._replace(query="&".join(kept), fragment=fragment))


def _tracks(parameter: str) -> bool:
    name = parameter.partition("=")[0].lower()
    return name in hints().tracking or any(
        name.startswith(one.removesuffix("*")) for one in hints().tracking if one.endswith("*")
    )
