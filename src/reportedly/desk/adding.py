"""Pages added in the desk: read, coded and stored one after the other, with their progress."""

from __future__ import annotations

import queue
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import reportedly
from reportedly import Coder, reading
from reportedly.desk.office import Office
from reportedly.errors import CodingError, ReadingError, ReportedlyError, StoreBusy, StoreError
from reportedly.linking import stored
from reportedly.records import Article, Claim

#: runs that are remembered, and how long a name may be that is shown
_RUNS, _NAME = 50, 200


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be read: a pasted text, an address, or a file; one that was sent goes away, one
    that is to be kept stays. found: what has been read already."""

    name: str
    text: str | None = None
    address: str | None = None
    path: Path | None = None
    keep: bool = False
    found: Article | ReadingError | None = None


@dataclass(slots=True)
class Item:
    """One page on its way. state: waiting, reading, coding, storing, done, there, failed."""

    name: str
    state: str = "waiting"
    article: str | None = None
    title: str = ""
    claims: int = 0
    message: str = ""


@dataclass(slots=True)
class Run:
    """What was given in one go."""

    id: str
    items: list[Item] = field(default_factory=list)
    done: bool = False

    @property
    def read(self) -> int:
        """How many pages are in the store now."""
        return sum(item.state in ("done", "there") for item in self.items)

    @property
    def failed(self) -> int:
        """How many could not be read."""
        return sum(item.state == "failed" for item in self.items)

    @property
    def claims(self) -> int:
        """How many claims they make."""
        return sum(item.claims for item in self.items)


class Adding:
    """The desk's one worker. It loads the coder when it is first needed."""

    def __init__(self, office: Office, load: Callable[[], Coder] = reportedly.load) -> None:
        self.office = office
        self._load = load
        self._coder: Coder | None = None
        self._runs: OrderedDict[str, Run] = OrderedDict()
        self._waiting: queue.Queue[tuple[Run, list[Source]] | None] = queue.Queue()
        self._worker: threading.Thread | None = None
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self.folder = Path(tempfile.mkdtemp(prefix="reportedly-upload-"))

    def start(self, sources: list[Source]) -> Run:
        """Take the sources in and return at once; they are read one after the other."""
        items = [Item(source.name[:_NAME]) for source in sources]
        run = Run(secrets.token_urlsafe(12), items)
        with self._lock:
            self._runs[run.id] = run
            while len(self._runs) > _RUNS:
                self._runs.popitem(last=False)
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, daemon=True)
                self._worker.start()
        self._waiting.put((run, sources))
        return run

    def run(self, key: str) -> Run | None:
        """Return the run of that id; None when it is forgotten."""
        return self._runs.get(key)

    def runs(self) -> list[Run]:
        """Return the runs, the newest first."""
        return list(reversed(self._runs.values()))

    def close(self) -> None:
        """End when the page in work is done; what waits is dropped."""
        self._ended.set()
        while not self._waiting.empty():
            self._waiting.get_nowait()
        self._waiting.put(None)
        if self._worker is not None:
            self._worker.join(60)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _work(self) -> None:
        while (given := self._waiting.get()) is not None:
            run, sources = given
            for item, source in zip(list(run.items), sources, strict=True):
                self._take(run, item, source)
            self._link()
            run.done = True

    def _link(self) -> None:
        """Make the events of what is new; where the store is taken, the next run does it."""
        with suppress(StoreError), self.office.writing(patience=2.0) as store:
            stored.update(store)

    def _take(self, run: Run, item: Item, source: Source) -> None:
        """Read one source, which may hold several articles: the first takes its item."""
        first = True
        try:
            item.state = "reading"
            for found in _read(source):
                if not first:
                    item = Item(source.name[:_NAME], "reading")
                    run.items.append(item)
                first = False
                if isinstance(found, ReadingError):
                    self._fail(item, source, found.step, found.message)
                else:
                    self._add(item, source, found)
        except ReportedlyError as problem:
            self._fail(item, source, "store", str(problem))
        finally:
            if source.path is not None and not source.keep:
                source.path.unlink(missing_ok=True)

    def _add(self, item: Item, source: Source, article: Article) -> None:
        item.title = article.title or article.text[:80]
        item.state = "coding"
        coder = self._loaded()
        with self.office.reading() as store:
            if store.has(article.id, coder.info):
                item.article, item.state = article.id, "there"
                return
        ((coded, outcome),) = coder.try_many([article], 1)
        if isinstance(outcome, CodingError):
            self._fail(item, source, "code", outcome.message, article.id)
            return
        self._store(item, source, coded, outcome)
        for problem in coder.left_out(article, source.name):
            self._keep(source.name, problem.step, problem.message, article.id)

    def _store(self, item: Item, source: Source, article: Article, claims: list[Claim]) -> None:
        item.state = "storing"
        while True:
            try:
                with self.office.writing(patience=2.0) as store:
                    store.add(article, claims, source=source.name)
                break
            except StoreBusy:  # `add` in a terminal may take its time
                item.state = "waiting for the store"
                if self._ended.wait(1.0):
                    raise
        item.article, item.claims, item.state = article.id, len(claims), "done"

    def _fail(
        self, item: Item, source: Source, step: str, message: str, article: str | None = None
    ) -> None:
        item.state, item.message = "failed", message
        if step != "store":
            self._keep(source.name, step, message, article)

    def _keep(self, name: str, step: str, message: str, article: str | None) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            with self.office.writing() as store:
                store.add_problem(name, step, message, article=article, when=now)
        except StoreError:
            return  # it stands on the page of the run

    def _loaded(self) -> Coder:
        if self._coder is None:
            self._coder = self._load()
        return self._coder


def _read(source: Source) -> Iterator[Article | ReadingError]:
    """Yield the articles of a source, and its problems in their place."""
    if source.found is not None:
        yield source.found
    elif source.text is not None:
        try:
            yield reading.read(source.text)
        except ReadingError as problem:
            yield problem
    elif source.address is not None:
        yield from reading.read_many([source.address], fetch=True)
    elif source.path is not None:
        yield from reading.read_many([source.path])
