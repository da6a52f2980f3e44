"""Open the one DuckDB file and bring its schema up to date."""

from __future__ import annotations

import time
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
from msgspec import Struct

from reportedly.errors import StoreBusy, StoreError
from reportedly.store import identity


class Limits(Struct, frozen=True, kw_only=True):
    """What one store may take of the machine.

    threads  two: the coder's processes need the other cores
    memory   as DuckDB writes it; above it DuckDB spills beside the file, it does not fail
    patience seconds to wait for another process that has the file: the desk has it while it
             copies it
    """

    threads: int = 2
    memory: str = "2GB"
    patience: float = 2.0


def connect(path: str, read_only: bool, limits: Limits) -> duckdb.DuckDBPyConnection:
    """Return a connection with an up-to-date schema. Raises StoreError, which says what to do."""
    settings: dict[str, Any] = {
        "threads": limits.threads,
        "memory_limit": limits.memory,
        # Nothing is fetched from outside: neither installed nor loaded on demand.
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    connection = _patiently(path, read_only, settings, limits.patience)
    connection.execute("SET enable_progress_bar = false")  # it would be among the answers
    try:
        outdated = _migrate(connection, path, read_only)
        outdated = outdated or (read_only and not identity.made(connection))
    except BaseException:
        connection.close()
        raise
    if not outdated:
        return connection
    connection.close()
    _bring_up_to_date(path, limits)  # a question does so with an older store, or a run cut short
    return connect(path, True, limits)


def _bring_up_to_date(path: str, limits: Limits) -> None:
    """Bring the schema up to date, and who is who over all articles."""
    connection = connect(path, False, limits)
    try:
        connection.begin()
        identity.make(connection)
        connection.commit()
    finally:
        connection.close()


def _patiently(
    path: str, read_only: bool, settings: dict[str, Any], patience: float
) -> duckdb.DuckDBPyConnection:
    """Return a connection; another process that has the file is waited for so many seconds."""
    until = time.monotonic() + patience
    while True:
        try:
            return duckdb.connect(path, read_only=read_only, config=settings)
        except duckdb.Error as problem:
            busy = "Could not set lock" in str(problem)
            if not busy or time.monotonic() >= until:
                kind = StoreBusy if busy else StoreError
                raise kind(_explain(path, str(problem), read_only)) from problem
        time.sleep(0.05)


def migrations() -> list[tuple[int, str, str]]:
    """Return (number, file name, SQL) of every migration, in order."""
    folder = files(__package__).joinpath("migrations")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [
        (int(name[:4]), name, folder.joinpath(name).read_text(encoding="utf-8")) for name in names
    ]


def _explain(path: str, message: str, read_only: bool) -> str:
    """Return what is wrong with path, and what to do, from what DuckDB says."""
    if "Could not set lock" in message:
        return (
            f"{path}: another process has this store open; wait until it ends, or close it"
            " (several may read at once with read_only, but none while one writes)"
        )
    if "not a valid DuckDB" in message:
        return f"{path}: this is not a DuckDB file; name another file, or move this one away"
    if "version number" in message or "serialization version" in message.lower():
        return f"{path}: written by another DuckDB version; use the one that wrote it, or newer"
    if "different configuration" in message:
        return f"{path}: this process has it open already, with other settings; close that first"
    if read_only and not Path(path).exists():
        return f"{path}: there is no store here; add articles to it first, or name another file"
    return f"{path}: cannot be opened: {message.splitlines()[0]}"


def _migrate(connection: duckdb.DuckDBPyConnection, path: str, read_only: bool) -> bool:
    """Apply what is missing, each step whole or not at all, and what failed again at the next
    opening; True where read_only keeps it from that.

    Raises StoreError for a foreign schema, and for an empty file that is only to be read.
    """
    done = _applied(connection, path)
    known = migrations()
    if done > known[-1][0]:
        raise StoreError(
            f"{path}: its schema is number {done}, this version knows up to {known[-1][0]};"
            " install the version of reportedly that wrote it, or newer"
        )
    missing = [step for step in known if step[0] > done]
    if not missing:
        return False
    if read_only and done:
        return True
    if read_only:
        raise StoreError(
            f"{path}: its schema is number {done}, this version needs {known[-1][0]};"
            " open it once for writing, which brings it up to date"
        )
    # no index is made where rows have just changed: a store that has some goes step by step
    for steps in [[step] for step in missing] if done else [missing]:
        connection.begin()
        try:
            for number, name, sql in steps:
                connection.execute(sql)
                connection.execute("INSERT INTO schema_migrations VALUES ($1, $2)", [number, name])
            connection.commit()
        except duckdb.Error as problem:
            connection.rollback()
            raise StoreError(f"{path}: its schema could not be updated: {problem}") from problem
    return False


def _applied(connection: duckdb.DuckDBPyConnection, path: str) -> int:
    """Return the number of the last migration, 0 for an empty file."""
    found = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    tables = {name for (name,) in found}
    if not tables:
        return 0
    if "schema_migrations" not in tables:
        raise StoreError(
            f"{path}: a DuckDB file that holds something else"
            f" ({', '.join(sorted(tables)[:5])}); name another file"
        )
    ((number,),) = connection.execute(
        "SELECT coalesce(max(number), 0) FROM schema_migrations"
    ).fetchall()
    return int(number)
