"""One run of `add`: what is read, what is new, what goes wrong, and how each source did."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reportedly.cli.inputs import Read, read_sources
from reportedly.cli.progress import Meter
from reportedly.errors import CodingError, ReadingError
from reportedly.records import Article, Claim
from reportedly.store import Store
from reportedly.store.readings import Reading, keep_reading

if TYPE_CHECKING:
    from reportedly import Coder


class _Read:
    """How the reading of one source goes."""

    def __init__(self) -> None:
        self._found = self._fresh = self._problems = 0
        self._newest: str | None = None
        self._message: str | None = None

    def article(self, article: Article, new: bool) -> None:
        """Count an article."""
        self._found += 1
        self._fresh += new
        if article.published:
            self._newest = max(self._newest or "", article.published.value[:10])

    def problem(self, problem: ReadingError) -> None:
        """Count an input that cannot be read."""
        self._problems += 1
        self._message = problem.message

    def made(self, source: str) -> Reading:
        """Return what is kept of it."""
        return Reading(
            source=source,
            made=datetime.now(UTC).isoformat(timespec="seconds"),
            found=self._found,
            fresh=self._fresh,
            problems=self._problems,
            newest=self._newest,
            message=self._message,
        )


class Adding:
    """One run of `add`: reads, leaves out what is there already, codes, keeps the problems."""

    def __init__(self, coder: Coder, store: Store, meter: Meter, processes: int) -> None:
        self.coder, self.store, self.meter, self.processes = coder, store, meter, processes
        self.there = 0
        self.problems: Counter[tuple[str, str]] = Counter()
        self._sources: deque[str] = deque()

    def items(
        self, sources: tuple[str, ...], follow: bool = False
    ) -> Iterator[tuple[Article, list[Claim], str]]:
        """Yield each new article with its claims and its source, in input order."""
        every = ((given, read_sources([given], follow=follow)) for given in sources)
        return self.coded(self._kept(every))

    def coded(self, read: Iterable[Read]) -> Iterator[tuple[Article, list[Claim], str]]:
        """Yield the new ones of what was read, each with its claims and its source."""
        for article, outcome in self.coder.try_many(self._fresh(read), self.processes):
            source = self._sources.popleft()
            if isinstance(outcome, CodingError):
                self._keep(source, "code", outcome.message, article.id)
                continue
            for problem in self.coder.left_out(article, source):
                self._keep(source, problem.step, problem.message, article.id, inputs=0)
            self.meter.step(len(outcome))
            yield article, outcome, source

    def _kept(self, every: Iterable[tuple[str, Iterable[Read]]]) -> Iterator[Read]:
        """Yield what is read of each source, and keep how that went."""
        seen: set[str] = set()
        for given, read in every:
            how = _Read()
            for source, found in read:
                if isinstance(found, ReadingError):
                    how.problem(found)
                else:
                    how.article(found, found.id not in seen and not self._has(found))
                    seen.add(found.id)
                yield source, found
            keep_reading(self.store, how.made(given))

    def _fresh(self, read: Iterable[Read]) -> Iterator[Article]:
        """Yield the articles that the store does not have."""
        seen: set[str] = set()
        for source, found in read:
            if isinstance(found, ReadingError):
                self._keep(found.where, found.step, found.message, None)
            elif found.id not in seen and not self._has(found):
                seen.add(found.id)
                self._sources.append(source)
                yield found
            else:
                self.there += 1
                self.meter.step(0)

    def _has(self, article: Article) -> bool:
        return self.store.has(article.id, self.coder.info)

    def _keep(
        self, source: str, step: str, message: str, article: str | None, inputs: int = 1
    ) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self.store.add_problem(source, step, message, article=article, when=now)
        self.problems[step, message] += 1
        self.meter.step(0, inputs=inputs, problem=True)
