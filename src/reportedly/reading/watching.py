"""A folder that is looked at again and again: which files are new or changed, and whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportedly.errors import UsageError

type State = tuple[int, int]


class Watched:
    """Remembers which files of a folder were given out, and as what.

    A file that still grows is left for the next look: it counts once two looks in a row find the
    same size and time. Names that begin with a dot are passed over, folders below are not.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise UsageError(f"{folder}: is no folder")
        self.folder = folder
        self._given: dict[Path, State] = {}
        self._seen: dict[Path, State] = {}

    def look(self, *, settled: bool = False) -> list[Path]:
        """Return the files that are new or changed since they were last given out, in order.

        settled: what is there is taken to be whole, without a second look.
        """
        now = dict(self._states())
        fresh = [
            path
            for path, state in sorted(now.items())
            if self._given.get(path) != state and (settled or self._seen.get(path) == state)
        ]
        self._given.update((path, now[path]) for path in fresh)
        self._seen = now
        return fresh

    def _states(self) -> Iterator[tuple[Path, State]]:
        for path in self.folder.rglob("*"):
            if any(part.startswith(".") for part in path.relative_to(self.folder).parts):
                continue
            try:
                if path.is_file():
                    facts = path.stat()
                    yield path, (facts.st_size, facts.st_mtime_ns)
            except OSError:  # it went away meanwhile
                continue
