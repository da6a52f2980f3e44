"""What a coder says of each page that the user names; a page that fails is told and passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportedly.cli.inputs import complain, read_sources
from reportedly.cli.progress import busy
from reportedly.coding.coder import Coder
from reportedly.errors import ReadingError, ReportedlyError
from reportedly.records import Article


def each_page[Answer](
    coder: Coder,
    sources: Iterable[str],
    problems: list[ReadingError],
    verb: str,
    ask: Callable[[Article], Answer],
) -> Iterator[tuple[Article, Answer]]:
    """Yield each article, with the coder's name on it, and what ask answers of it.

    verb: shown while it is asked. What fails, and what of an article is too long to be coded, is
    told on standard error and added to problems.
    """
    for source, found in read_sources(sources):
        if isinstance(found, ReadingError):
            problems.append(found)
            complain(found)
            continue
        try:
            with busy(f"{verb} {source}"):
                answer = ask(found)
        except ReportedlyError as problem:
            problems.append(ReadingError(found.url or found.id, str(problem)))
            complain(problems[-1])
            continue
        for cut in coder.left_out(found, source):
            problems.append(cut)
            complain(cut)
        yield coder.coded(found), answer
