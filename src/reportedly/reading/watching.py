"""What is looked at again and again: which files of a folder are new or changed, and whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportedly.errors import UsageError

#: seconds between two questions to a feed: as a rule, at least, and at most where it fails
POLL, SOONEST, LATEST = 300.0, 30.0, 3_600.0

type State = tuple[int, int]


def is_address(source: str) -> bool:
    """Tell whether what is to be watched is an address of the web, and no folder."""
    return source.lower().startswith(("http://", "https://"))


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
