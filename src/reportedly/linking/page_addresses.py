"""One page under several addresses: the form for phones, for AMP, with and without "www."."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from reportedly.linking.publishers import host_of
from reportedly.reading.addresses import plain_address

_AMP_PATH = re.compile(r"/amp(?=/|$)|\.amp(?=\.|$)|(?<=/)amp-|\.amp$")
_ENDS = re.compile(r"/(?:index\.(?:html?|php))?$")
_AMP_QUERY = re.compile(r"^(?:amp|outputType=amp|output=amp|m|mobile)(?:=(?:1|true|amp))?$", re.I)


def same_page(url: str | None) -> str | None:
    """Return a form that two addresses of one page share; None for what is no address.

    Without scheme, tracking, fragment, "www.", "m.", "amp" and what only asks for a form of the
    page; the rest of the query in order.
    """
    plain = plain_address(url)
    try:
        parts = urlsplit(plain or "")
    except ValueError:
        return None
    host = host_of(plain)
    if not host:
        return None
    path = _ENDS.sub("", _AMP_PATH.sub("", parts.path))
    query = sorted(one for one in parts.query.split("&") if one and not _AMP_QUERY.match(one))
    return f"{host}{path}{'?' if query else ''}{'&'.join(query)}"
