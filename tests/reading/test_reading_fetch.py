"""Fetching: only public addresses, at every step; only pages; never too much."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import httpx
import pytest

from reportedly.errors import ReadingError, RefusedAddress, TooLarge
from reportedly.reading.fetch import Fetched, fetch, is_public
from reportedly.reading.limits import MAX_BYTES

PUBLIC = "93.184.216.34"
NAMES = {
    "wire.example": [PUBLIC],
    "inner.example": ["10.0.0.8"],
    "mixed.example": [PUBLIC, "127.0.0.1"],
    "none.example": [],
}
Answer = Callable[[httpx.Request], httpx.Response]


def get(url: str, answer: Answer) -> Fetched:
    def resolve(host: str, _: int) -> list[str]:
        return NAMES.get(host, [host])

    return fetch(url, resolve=resolve, transport=httpx.MockTransport(answer))


def page(_: httpx.Request) -> httpx.Response:
    headers = {"content-type": "text/html; charset=windows-1252"}
    return httpx.Response(200, headers=headers, stream=httpx.ByteStream(b"<p>x</p>"))


@pytest.mark.parametrize(
    ("address", "public"),
    [
        (PUBLIC, True), ("2606:2800:220:1::1", True),
        ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False),
        ("169.254.169.254", False), ("0.0.0.0", False), ("100.64.0.1", False),
        ("224.0.0.1", False), ("240.0.0.1", False), ("255.255.255.255", False),
        ("::1", False), ("fe80::1%eth0", False), ("fc00::1", False), ("fec0::1", False),
        ("::ffff:127.0.0.1", False), ("::ffff:93.184.216.34", True), ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False), ("2001:0:4136:e378::", False), ("ff02::1", False),
        ("not an address", False),
    ],
)  # fmt: skip
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_the_connection_goes_to_the_checked_address() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return page(request)

    found = get("https://wire.example:8443/a?b=c", answer)
    assert (found.url, found.charset, found.kind) == (
        "https://wire.example:8443/a?b=c", "windows-1252", "html",
    )  # fmt: skip
    assert str(seen[0].url) == f"https://{PUBLIC}:8443/a?b=c"
    assert seen[0].headers["host"] == "wire.example:8443"
    assert seen[0].extensions["sni_hostname"] == "wire.example"


@pytest.mark.parametrize(
    "url",
    [
        "http://inner.example/", "http://mixed.example/", "http://127.0.0.1/", "http://[::1]/",
        "http://user:word@wire.example/", "ftp://wire.example/", "file:///etc/hosts", "http://",
        "http://169.254.169.254/latest", "http://2130706433/", "http://[bad",
    ],
)  # fmt: skip
def test_refused(url: str) -> None:
    with pytest.raises(RefusedAddress):
        get(url, page)


@pytest.mark.parametrize(
    ("target", "error"),
    [
        ("http://inner.example/", RefusedAddress),
        ("//127.0.0.1/x", RefusedAddress),
        ("file:///etc/hosts", RefusedAddress),
        ("/again", RefusedAddress),
        ("http://none.example/", ReadingError),
    ],
)
def test_redirects_are_checked_anew(target: str, error: type[ReadingError]) -> None:
    with pytest.raises(error):
        get("http://wire.example/", lambda _: httpx.Response(302, headers={"location": target}))


def test_a_redirect_is_followed_to_its_address() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/":
            return httpx.Response(301, headers={"location": "/real"})
        return page(request)

    assert get("http://wire.example/", answer).url == "http://wire.example/real"


def _kind(kind: str, content: bytes = b"x", encoding: str = "identity") -> Answer:
    headers = {"content-type": kind, "content-encoding": encoding}
    return lambda _: httpx.Response(200, headers=headers, stream=httpx.ByteStream(content))


def _fail(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectTimeout("timed out", request=request)


@pytest.mark.parametrize(
    ("answer", "error", "says"),
    [
        (_kind("application/pdf"), ReadingError, "application/pdf"),
        (_kind("image/png"), ReadingError, "image/png"),
        (_kind(""), ReadingError, "unknown"),
        (_kind("text/html", b"x" * (MAX_BYTES + 1)), TooLarge, "over"),
        (_kind("text/html", encoding="br"), ReadingError, "packed"),
        (lambda _: httpx.Response(404), ReadingError, "404"),
        (_fail, ReadingError, "timed out"),
    ],
    ids=["pdf", "png", "unknown", "large", "brotli", "404", "timeout"],
)
def test_problems(answer: Answer, error: type[ReadingError], says: str) -> None:
    with pytest.raises(error, match=says):
        get("http://wire.example/", answer)


def test_gzip_is_left_to_the_bounded_reader() -> None:
    packed = gzip.compress(b"<p>x</p>")
    stream = httpx.ByteStream(packed)

    def answer(_: httpx.Request) -> httpx.Response:
        headers = {"content-type": "text/html", "content-encoding": "gzip"}
        return httpx.Response(200, headers=headers, stream=stream)

    assert get("http://wire.example/", answer).data == packed
