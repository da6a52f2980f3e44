"""The store as the desk sees it: a copy of the file, made anew when the file has changed.

DuckDB lets one process write a file, and nobody else read it meanwhile. A desk that held the file
open would keep `add` in another terminal out, and `add` the desk. So the desk holds the file only
while it copies it, and answers from the copy; while another process writes, it goes on with the
copy that it has, and says of when that is.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from reportedly.errors import StoreError
from reportedly.store import Limits, RememberingStore, Store

#: seconds between two looks at the file: a click right after another sees the same
_LOOK = 0.5
_WAL = ".wal"
_AT_ONCE = Limits(patience=0.0)


class Copy:
    """One copy of the store, open for reading. taken: when, in UTC; counts: how much it holds."""

    def __init__(self, store: RememberingStore, path: Path) -> None:
        self.store, self.path = store, path
        self.counts = store.counts()
        self.taken = datetime.now(UTC)
        self.users = 0
        self.old = False

    def drop(self) -> None:
        """Close the copy and remove its file."""
        self.store.close()
        self.path.unlink(missing_ok=True)


class Snapshots:
    """Gives the newest copy of a store that can be had. Safe for several threads.

    behind  what keeps the newest copy from being the file's state; None when nothing does
    file    held by whoever of this process opens the file itself
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.behind: str | None = None
        self.file = threading.Lock()
        self._folder = Path(tempfile.mkdtemp(prefix="reportedly-desk-"))
        self._lock = threading.Lock()
        self._copy: Copy | None = None
        self._state: object = None
        self._looked = 0.0
        self._number = 0

    @contextmanager
    def reading(self) -> Iterator[Copy]:
        """Lend the newest copy; it stays open until the last one who reads it is done.

        Raises StoreError when there is none yet and none can be made.
        """
        with self._lock:
            copy = self._newest()
            copy.users += 1
        try:
            yield copy
        finally:
            with self._lock:
                copy.users -= 1
                if copy.old and not copy.users:
                    copy.drop()

    def refresh(self) -> None:
        """Look at the file at the next question, however short ago the last look was."""
        with self._lock:
            self._looked = 0.0

    def close(self) -> None:
        """Remove every copy."""
        with self._lock:
            if self._copy is not None:
                self._copy.drop()
                self._copy = None
            shutil.rmtree(self._folder, ignore_errors=True)

    def _newest(self) -> Copy:
        now = time.monotonic()
        if self._copy is not None and now - self._looked < _LOOK:
            return self._copy
        self._looked = now
        state = _state_of(self.path)
        if self._copy is not None and state == self._state:
            self.behind = None
            return self._copy
        if not self.file.acquire(blocking=self._copy is None):
            assert self._copy is not None
            self._looked = 0.0  # the desk itself is writing: look again soon
            return self._copy
        try:
            fresh = self._taken()
        except StoreError as problem:
            if self._copy is None:
                raise
            self.behind = str(problem)
            return self._copy
        finally:
            self.file.release()
        self._replace(fresh)
        self._state, self.behind = _state_of(self.path), None
        return fresh

    def _taken(self) -> Copy:
        """Return a copy taken while nobody can write: opened for reading, the file is locked."""
        self._number += 1
        path = self._folder / f"{self._number}.duckdb"
        with Store.open(self.path, read_only=True, limits=_AT_ONCE):
            try:
                shutil.copyfile(self.path, path)
                log = Path(f"{self.path}{_WAL}")
                if log.exists():
                    shutil.copyfile(log, f"{path}{_WAL}")
            except OSError as problem:
                path.unlink(missing_ok=True)
                raise StoreError(f"{self.path}: cannot be copied: {problem}") from problem
        return Copy(_open(path), path)

    def _replace(self, fresh: Copy) -> None:
        if self._copy is not None:
            self._copy.old = True
            if not self._copy.users:
                self._copy.drop()
        self._copy = fresh


def _open(path: Path) -> RememberingStore:
    if Path(f"{path}{_WAL}").exists():  # what is only in the log moves into the copy
        Store.open(path).close()
    return RememberingStore.open(path, read_only=True)


def _state_of(path: Path) -> object:
    """Return what changes when the store does: sizes and times of the file and its log."""
    found: list[object] = []
    for one in (path, Path(f"{path}{_WAL}")):
        try:
            facts = one.stat()
            found.append((facts.st_ino, facts.st_size, facts.st_mtime_ns))
        except FileNotFoundError:
            found.append(None)
    return found
