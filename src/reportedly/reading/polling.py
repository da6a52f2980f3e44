"""A feed that is asked again and again: what is new in it, how fresh it is, whether it fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

from reportedly.errors import ReadingError
from reportedly.reading.containers import container
from reportedly.reading.decode import head_of
from reportedly.reading.fetch import Fetched, Tags, fetch
from reportedly.reading.watching import LATEST, POLL, SOONEST
from reportedly.records import Article

type Found = Article | ReadingError


class Get(Protocol):
    """What stands in for the network: see fetch."""

    def __call__(self, url: str, *, known: Tags | None = None) -> Fetched:
        """Return what the address gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How one feed did when it was last asked; times are ISO 8601.

    asked    when; None: not yet
    changed  when it last held something else than before; None: never yet
    found    how many entries it held then
    fresh    how many were new, of all answers
    newest   last day of publication among its entries; None where none has one
    failing  how often in a row, up to the last, it could not be read; message: why
    """

    asked: str | None = None
    changed: str | None = None
    found: int = 0
    fresh: int = 0
    newest: str | None = None
    failing: int = 0
    message: str | None = None


class Polled:
    """Asks one feed, and only for what is new since: by its ETag or its day of change, where the
    server gives one, else by what it held before.

    A feed that fails is asked less and less often, at least every hour. follow: the pages that
    entries link to are read, each once.
    """

    def __init__(
        self, address: str, every: float = POLL, *, follow: bool = False, get: Get | None = None
    ) -> None:
        self.address, self.follow, self.state = address, follow, Freshness()
        self._every, self._get = max(every, SOONEST), get or fetch
        self._tags = Tags()
        self._next = 0.0
        self._given: set[str] = set()
        self._passed: set[str] = set()

    def due(self, now: float) -> bool:
        """Tell whether it is time to ask; now: seconds of a clock that never goes back."""
        return now >= self._next

    def ask(self, now: float) -> list[Found]:
        """Return what is new, in the feed's order, and problems in their place.

        A feed that goes on failing for one reason says so once.
        """
        before = self.state.message
        try:
            page = self._get(self.address, known=self._tags)
            found = self._unchanged() if page.unchanged else self._taken(page)
        except ReadingError as problem:
            self._failed(problem)
            found = [] if problem.message == before else [problem]
        late = self._every * 2 ** min(self.state.failing, 10)
        self._next = now + min(late, max(self._every, LATEST))
        return found

    def _taken(self, page: Fetched) -> list[Found]:
        if container(head_of(page.data)) != "feed":
            raise ReadingError(self.address, "this is no feed; a page is read with `add`")
        every = list(self._read(page))
        articles = [one for one in every if isinstance(one, Article)]
        problems = [one for one in every if isinstance(one, ReadingError)]
        if problems and not articles and not self._passed:
            raise problems[0]
        keys = {one.id for one in articles} | {one.message for one in problems}
        fresh = [one for one in every if _key(one) not in self._given]
        self._given = keys
        if not (self.follow and problems):  # a page that failed is tried again
            self._tags = page.tags
        self._went_well(articles, sum(isinstance(one, Article) for one in fresh))
        return fresh

    def _unchanged(self) -> list[Found]:
        self.state = replace(self.state, asked=_now(), failing=0, message=None)
        return []

    def _read(self, page: Fetched) -> Iterator[Found]:
        from reportedly.reading.feeds import read_feed  # here: only feeds need the parser

        passed = self._passed if self.follow else None
        return read_feed(
            page.data, self.address, address=page.url, follow=self.follow, passed=passed
        )

    def _went_well(self, articles: list[Article], fresh: int) -> None:
        last, now = self.state, _now()
        days = [one.published.value[:10] for one in articles if one.published]
        self.state = Freshness(
            asked=now,
            changed=now if fresh else last.changed,
            found=max(len(articles), len(self._passed)) if self.follow else len(articles),
            fresh=last.fresh + fresh,
            newest=max([*days, *([last.newest] if last.newest else [])], default=None),
        )

    def _failed(self, problem: ReadingError) -> None:
        self.state = replace(
            self.state,
            asked=_now(),
            failing=self.state.failing + 1,
            message=problem.message,
        )


def _key(found: Found) -> str:
    return found.id if isinstance(found, Article) else found.message


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
