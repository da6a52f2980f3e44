"""A progress line on standard error, shown only on a terminal."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


class Meter:
    """Counts articles, claims and problems. total None: the number of inputs is not known."""

    def __init__(self, verb: str, total: int | None = None) -> None:
        self.articles = self.claims = self.problems = 0
        console = Console(stderr=True)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[told]}"),
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

    def step(self, claims: int, *, problem: bool = False) -> None:
        """Count one more input."""
        self.articles += 1
        self.claims += claims
        self.problems += problem
        told = f"{self.articles:,} articles · {self.claims:,} claims · {self.problems:,} problems"
        self._progress.update(self._task, advance=1, told=told)
