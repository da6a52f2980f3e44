"""Fetching one page from the web: explicit, bounded, and never from a private network."""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from reportedly.errors import ReadingError, RefusedAddress, TooLarge
from reportedly.reading.limits import MAX_BYTES
from reportedly.reading.single import read_bytes
from reportedly.records import Article

Resolve = Callable[[str, int], list[str]]  # host and port → IP addresses

_TYPES = (
    *("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"),
    *("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
)
_MAX_REDIRECTS = 5
_TOTAL_SECONDS = 30.0
_TIMEOUT = httpx.Timeout(10.0)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What a server gave with an answer, to be asked by the next time; None where it gave none.

    etag      its name for that state of the page
    modified  when that last changed, as the server wrote it
    """

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave, and the address after redirects.

    unchanged  the server says that nothing is new since the tags it was asked with; data is empty
    """

    url: str
    data: bytes
    charset: str | None
    kind: str | None
    tags: Tags = Tags()
    unchanged: bool = False


def read_url(url: str) -> Article:
    """Return the article at a public http(s) address.

    Raises RefusedAddress for private, loopback and reserved addresses, also after a redirect;
    TooLarge; ReadingError for anything that is no page or text, or cannot be fetched.
    """
    return read_fetched(fetch(url), url)


def read_fetched(page: Fetched, where: str) -> Article:
    """Return the article of what an address gave. Raises ReadingError."""
    return read_bytes(page.data, where, url=page.url, charset=page.charset, kind=page.kind)


def fetch(
    url: str,
    *,
    known: Tags | None = None,
    resolve: Resolve | None = None,
    transport: httpx.BaseTransport | None = None,
) -> Fetched:
    """Return what a public address gives; resolve and transport stand in for the network.

    known: what came with the last answer, so that the server need not send the same again.
    """
    deadline = time.monotonic() + _TOTAL_SECONDS
    # environment proxies would resolve the name anew, past our check
    with httpx.Client(
        transport=transport, timeout=_TIMEOUT, trust_env=False, follow_redirects=False
    ) as client:
        address = url
        for _ in range(_MAX_REDIRECTS + 1):
            found = _request(client, address, resolve or _resolve, deadline, known or Tags())
            if isinstance(found, Fetched):
                return found
            address = found
    raise RefusedAddress(url, f"over {_MAX_REDIRECTS} redirects")


def _request(
    client: httpx.Client, address: str, resolve: Resolve, deadline: float, known: Tags
) -> Fetched | str:
    """Return what the address gives, or where it redirects to."""
    target = _parse(address)
    ip = _checked_ip(target, resolve)
    headers = {
        "Host": target.netloc.decode("ascii"),
        "User-Agent": "reportedly",
        "Accept": "text/html, application/rss+xml, application/atom+xml, text/plain;q=0.9",
        "Accept-Encoding": "identity, gzip",
        **({"If-None-Match": known.etag} if known.etag else {}),
        **({"If-Modified-Since": known.modified} if known.modified else {}),
    }
    # the connection goes to the checked address itself: a second look-up could give another
    request = client.build_request(
        "GET",
        target.copy_with(host=ip),
        headers=headers,
        extensions={"sni_hostname": target.host, "timeout": _TIMEOUT.as_dict()},
    )
    try:
        response = client.send(request, stream=True)
        try:
            if response.is_redirect and "location" in response.headers:
                return str(target.join(response.headers["location"]))
            if response.status_code == 304 and known != Tags():
                return Fetched(
                    url=address, data=b"", charset=None, kind=None, tags=known, unchanged=True
                )
            return _take(response, address, deadline)
        finally:
            response.close()
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as problem:
        said = str(problem) or type(problem).__name__
        raise ReadingError(address, f"cannot be fetched: {said}") from None


def _parse(address: str) -> httpx.URL:
    try:
        target = httpx.URL(address.strip())
    except (httpx.InvalidURL, ValueError, TypeError):
        raise RefusedAddress(address, "this is no web address") from None
    if target.scheme not in ("http", "https") or not target.host:
        raise RefusedAddress(address, "only http and https addresses are fetched")
    if target.userinfo:
        raise RefusedAddress(address, "addresses with a user name in them are not fetched")
    return target


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def _checked_ip(target: httpx.URL, resolve: Resolve) -> str:
    """Return the address to connect to. All of a name's addresses must be public."""
    port = target.port or (443 if target.scheme == "https" else 80)
    try:
        found = resolve(target.host, port)
    except (OSError, UnicodeError) as problem:
        raise ReadingError(str(target), f"the name cannot be looked up: {problem}") from None
    if not found:
        raise ReadingError(str(target), "the name has no address")
    for one in found:
        if not is_public(one):
            raise RefusedAddress(str(target), f"{one} is not an address of the public internet")
    return found[0]


def is_public(address: str) -> bool:
    """Say whether an IP address is of the public internet, looking through IPv6 wrappings."""
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.teredo is not None or ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _take(response: httpx.Response, address: str, deadline: float) -> Fetched:
    if response.status_code != 200:
        raise ReadingError(address, f"the server answered {response.status_code}")
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in _TYPES:
        raise ReadingError(address, f"content of type {kind or 'unknown'}; only pages are read")
    if response.headers.get("content-encoding", "identity").lower() not in ("identity", "gzip"):
        raise ReadingError(address, "packed in a way that was not asked for")
    parts: list[bytes] = []
    size = 0
    for part in response.iter_raw(65_536):
        size += len(part)
        if size > MAX_BYTES:
            raise TooLarge(address, f"over {MAX_BYTES:,} bytes")
        if time.monotonic() > deadline:
            raise ReadingError(address, f"took over {_TOTAL_SECONDS:.0f} seconds")
        parts.append(part)
    return Fetched(
        url=address,
        data=b"".join(parts),
        charset=response.charset_encoding,
        kind="text" if kind == "text/plain" else "html" if "html" in kind else None,
        tags=Tags(
            etag=response.headers.get("etag"), modified=response.headers.get("last-modified")
        ),
    )
