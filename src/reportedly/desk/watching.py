"""Folders and feeds that the desk watches: what is new in them is added as it comes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reportedly.desk.adding import Adding, Run, Source
from reportedly.errors import ReadingError, StoreError
from reportedly.reading.polling import Polled
from reportedly.reading.watching import POLL, Watched, is_address
from reportedly.records import Article
from reportedly.store.readings import keep_reading, reading_of

_EVERY = 5.0  # seconds between two looks


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedShown:
    """How a feed does: address; asked: when last, None: not yet; see Freshness for the others."""

    address: str
    asked: str | None
    found: int
    fresh: int
    newest: str | None
    failing: int
    message: str | None


class Watcher:
    """Looks at folders and feeds from a thread and hands what is new to the desk's worker."""

    def __init__(
        self, adding: Adding, sources: Sequence[str], poll: float = POLL, every: float | None = None
    ) -> None:
        self.sources = tuple(sources)
        self._folders = [Watched(Path(one)) for one in sources if not is_address(one)]
        self._feeds = [Polled(one, poll) for one in sources if is_address(one)]
        self._adding, self._every = adding, every or _EVERY
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._runs: list[Run] = []

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(10)

    @property
    def articles(self) -> list[str]:
        """Ids of the articles that came in, the newest first."""
        items = [item for run in self._runs for item in run.items]
        return [item.article for item in reversed(items) if item.article and item.state == "done"]

    @property
    def waiting(self) -> int:
        """How many pages are on their way."""
        return sum(not run.done for run in self._runs)

    @property
    def folders(self) -> list[str]:
        """The folders, as they were given."""
        return [str(one.folder) for one in self._folders]

    @property
    def feeds(self) -> list[FeedShown]:
        """How each feed does."""
        return [
            FeedShown(
                address=one.address,
                **{name: getattr(one.state, name) for name in FeedShown.__slots__[1:]},
            )
            for one in self._feeds
        ]

    def _look(self) -> None:
        while not self._ended.is_set():
            for folder in self._folders:
                self._take(
                    Source(str(path.relative_to(folder.folder)), path=path, keep=True)
                    for path in folder.look()
                )
            for feed in self._feeds:
                if feed.due(time.monotonic()) and not self._ended.is_set():
                    self._ask(feed)
            self._ended.wait(self._every)

    def _take(self, sources: Iterable[Source]) -> None:
        given = list(sources)
        if given:
            self._runs.append(self._adding.start(given))

    def _ask(self, feed: Polled) -> None:
        """Ask a feed; what it newly holds is added, and how it did is kept where that changed."""
        failed = feed.state.failing
        found = feed.ask(time.monotonic())
        if not found and not failed:
            return
        fresh = self._lacking([one.id for one in found if isinstance(one, Article)])
        with suppress(StoreError), self._adding.office.writing() as store:
            keep_reading(store, reading_of(feed.address, feed.state, len(fresh)))
        self._take(
            Source(feed.address, found=one)
            for one in found
            if isinstance(one, ReadingError) or one.id in fresh
        )

    def _lacking(self, ids: Sequence[str]) -> set[str]:
        """Return those of the articles that the store does not have."""
        sql = "SELECT id FROM articles WHERE id IN (SELECT unnest($ids::VARCHAR[]))"
        with suppress(StoreError), self._adding.office.reading() as store:
            return set(ids) - {row["id"] for row in store.rows(sql, {"ids": list(ids)})}
        return set(ids)
