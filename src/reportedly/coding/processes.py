"""Code articles in several processes: same claims, same order, memory flat."""

from __future__ import annotations

import multiprocessing
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from reportedly import lexicons as lexicon_room
from reportedly.coding import pipeline
from reportedly.coding.tools import Tools, tools_of
from reportedly.errors import CodingError
from reportedly.records import Article, Claim

#: articles handed to a worker ahead of the one that is waited for
AHEAD = 4
_tools: Tools | None = None


def _start(folders: tuple[Path, ...], strict: bool, actors: tuple[Path, ...]) -> None:
    global _tools  # one coder a worker process, loaded once
    _tools = tools_of(lexicon_room.load(folders, actors), strict)


def try_code(article: Article, tools: Tools) -> list[Claim] | CodingError:
    """Return the article's claims, or the error that kept it from being coded."""
    try:
        return pipeline.claims_of(article, tools)
    except Exception as problem:  # noqa: BLE001 - a fault in one article must not lose the others
        where = traceback.extract_tb(problem.__traceback__)[-1]
        place = f"{Path(where.filename).name}:{where.lineno}"
        return CodingError(article.id, f"{type(problem).__name__} at {place}: {problem}")


def _code(article: Article) -> list[Claim] | CodingError:
    assert _tools is not None
    return try_code(article, _tools)


def code_in_processes(
    articles: Iterable[Article],
    folders: tuple[Path, ...],
    processes: int,
    strict: bool = False,
    actors: tuple[Path, ...] = (),
) -> Iterator[tuple[Article, list[Claim] | CodingError]]:
    """Yield (article, claims) in input order, coded by that many worker processes."""
    context = multiprocessing.get_context("spawn")  # a forked copy of the model's threads can hang
    feed = iter(articles)
    with ProcessPoolExecutor(processes, context, _start, (folders, strict, actors)) as pool:
        waiting: deque[tuple[Article, Future[list[Claim] | CodingError]]] = deque()
        for article in islice(feed, processes * AHEAD):
            waiting.append((article, pool.submit(_code, article)))
        while waiting:
            article, future = waiting.popleft()
            claims = future.result()
            for later in islice(feed, 1):
                waiting.append((later, pool.submit(_code, later)))
            yield article, claims
