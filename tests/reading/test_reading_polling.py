"""A feed that is asked again and again: for what is new alone, and less often if it fails."""

from __future__ import annotations

import httpx
import pytest

from reportedly.errors import ReadingError
from reportedly.reading.fetch import Fetched, Tags, fetch
from reportedly.reading.polling import Polled
from reportedly.records import Article

ADDRESS = "https://harbour.example/rss"


def feed(*titles: str) -> bytes:
    items = "".join(
        f"<item><title>{title}</title><link>https://harbour.example/{title}</link>"
        f"<description>Norway sent {title} to Togo on Friday.</description>"
        f"<pubDate>Fri, 17 May 2024 10:00:00 +0200</pubDate></item>"
        for title in titles
    )
    channel = f"<channel><title>Harbour</title>{items}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'.encode()


class Server:
    """Gives what it holds; 304 where it is asked by the tags of that."""

    def __init__(self) -> None:
        self.data: bytes | str = feed("rice")
        self.asked: list[Tags] = []

    def __call__(self, url: str, *, known: Tags | None = None) -> Fetched:
        assert known is not None
        self.asked.append(known)
        if isinstance(self.data, str):
            raise ReadingError(url, self.data)
        tags = Tags(etag=str(len(self.data)))
        same = known == tags
        data = b"" if same else self.data
        return Fetched(url=url, data=data, charset=None, kind=None, tags=tags, unchanged=same)


@pytest.fixture
def server() -> Server:
    return Server()


def titles(found: list[Article | ReadingError]) -> list[str | None]:
    return [one.title if isinstance(one, Article) else one.message for one in found]


def test_only_what_is_new_is_given_out(server: Server) -> None:
    polled = Polled(ADDRESS, 60.0, get=server)
    assert titles(polled.ask(0.0)) == ["rice"]
    assert titles(polled.ask(60.0)) == []
    assert server.asked == [Tags(), Tags(etag=str(len(feed("rice"))))]
    server.data = feed("barley", "rice")
    assert titles(polled.ask(120.0)) == ["barley"]
    state = polled.state
    assert (state.found, state.fresh, state.newest, state.failing) == (2, 2, "2024-05-17", 0)
    assert state.changed


def test_it_is_asked_when_it_is_due_and_less_often_while_it_fails(server: Server) -> None:
    polled = Polled(ADDRESS, 60.0, get=server)
    assert polled.due(0.0)
    polled.ask(0.0)
    assert not polled.due(59.0)
    assert polled.due(60.0)
    server.data = "the server answered 503"
    assert titles(polled.ask(60.0)) == ["the server answered 503"]
    assert not polled.due(60.0 + 119.0)
    assert titles(polled.ask(180.0)) == []  # said once
    assert (polled.state.failing, polled.state.found) == (2, 1)
    for _ in range(20):
        polled.ask(1_000.0)
    assert polled.due(1_000.0 + 3_600.0)
    server.data = feed("rice")
    assert polled.ask(5_000.0) == []
    assert (polled.state.failing, polled.state.message) == (0, None)


def test_a_page_is_no_feed(server: Server) -> None:
    server.data = b"<!doctype html><p>Norway sent rice to Togo.</p>"
    polled = Polled(ADDRESS, get=server)
    (problem,) = polled.ask(0.0)
    assert isinstance(problem, ReadingError)
    assert "no feed" in problem.message
    assert polled.state.failing == 1


def test_followed_pages_are_read_once_and_tried_again_when_they_fail(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportedly.reading import read

    read_of: list[str] = []

    def page(url: str) -> Article:
        read_of.append(url)
        if len(read_of) == 1:
            raise ReadingError(url, "the server answered 500")
        return read(f"<h1>Page</h1><p>Togo thanked Norway for {url}.</p>", url=url)

    monkeypatch.setattr("reportedly.reading.fetch.read_url", page)
    polled = Polled(ADDRESS, follow=True, get=server)
    assert titles(polled.ask(0.0)) == ["the server answered 500"]
    assert titles(polled.ask(1_000.0)) == ["Page"]
    assert titles(polled.ask(2_000.0)) == []
    assert len(read_of) == 2


def test_tags_are_sent_and_an_unchanged_page_is_said_to_be() -> None:
    asked: list[httpx.Headers] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers)
        if request.headers.get("if-none-match") == '"v1"':
            return httpx.Response(304)
        headers = {
            "content-type": "application/rss+xml",
            "etag": '"v1"',
            "last-modified": "Fri, 17 May 2024 08:00:00 GMT",
        }
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(feed("rice")))

    def get(known: Tags | None) -> Fetched:
        return fetch(
            ADDRESS, known=known, resolve=lambda *_: ["93.184.216.34"],
            transport=httpx.MockTransport(answer),
        )  # fmt: skip

    first = get(None)
    assert first.tags == Tags(etag='"v1"', modified="Fri, 17 May 2024 08:00:00 GMT")
    assert not first.unchanged
    again = get(first.tags)
    assert (again.unchanged, again.data, again.tags) == (True, b"", first.tags)
    assert asked[1]["if-modified-since"] == "Fri, 17 May 2024 08:00:00 GMT"
    with pytest.raises(ReadingError, match="304"):  # nobody asked for that
        fetch(
            ADDRESS, resolve=lambda *_: ["93.184.216.34"],
            transport=httpx.MockTransport(lambda _: httpx.Response(304)),
        )  # fmt: skip
