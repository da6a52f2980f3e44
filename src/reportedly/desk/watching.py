"""A folder that the desk watches: its new pages are added as they come."""

from __future__ import annotations

import threading
from pathlib import Path

from reportedly.desk.adding import Adding, Run, Source
from reportedly.reading.watching import Watched

_EVERY = 5.0  # seconds between two looks


class Watcher:
    """Looks at a folder from a thread and hands what is new to the desk's worker."""

    def __init__(self, adding: Adding, folder: Path, every: float = _EVERY) -> None:
        self.folder = folder
        self._watched, self._adding, self._every = Watched(folder), adding, every
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

    def _look(self) -> None:
        while not self._ended.is_set():
            paths = self._watched.look()
            if paths:
                sources = [
                    Source(str(path.relative_to(self.folder)), path=path, keep=True)
                    for path in paths
                ]
                self._runs.append(self._adding.start(sources))
            self._ended.wait(self._every)
