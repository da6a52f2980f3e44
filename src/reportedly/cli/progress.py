"""A progress line on standard error, shown only on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from reportedly.desk.wording import plain


@contextmanager
def busy(words: str) -> Iterator[None]:
    """Show words and the seconds that pass while the block runs; nothing of it stays."""
    with Meter(plain(words)):
        yield


class Meter:
    """Counts inputs, what they gave, and problems. total None: their number is not known."""

    def __init__(
        self, verb: str, total: int | None = None, inputs: str = "articles", yields: str = "claims"
    ) -> None:
        self._words = (inputs, yields)
        self.inputs = self.yielded = self.problems = 0
        console = Console(stderr=True)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[told]}", markup=False),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task(verb, total=total, told="")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Take the line away. Closing twice does nothing."""
        self._progress.stop()

    def step(self, yielded: int, *, inputs: int = 1, problem: bool = False) -> None:
        """Count one more input, or several, and what they gave."""
        self.inputs += inputs
        self.yielded += yielded
        self.problems += problem
        counts = (self.inputs, self._words[0], self.yielded, self._words[1], self.problems)
        told = "{:,} {} · {:,} {} · {:,} problems".format(*counts)
        self._progress.update(self._task, advance=inputs, told=told)
