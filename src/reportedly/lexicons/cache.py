"""What is dear to make and cheap to read, kept in the user's cache folder under a digest.

A file is taken only when it is whole and made for its key; whatever else lies there is made
anew. It holds plain values that are checked against their type on the way in: nothing in it
can run. Where the folder cannot be written, everything is made every time.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec
import platformdirs

#: files of one name that are kept, the last used ones: as many sets of lexicons in turn
KEPT = 8
_SUFFIX = ".msgpack"
_SUM = 16  # bytes of the check sum that a file begins with
_PACKAGE = Path(__file__).parents[1]


def cache_folder() -> Path:
    """Return the folder of all that can be made again, whether or not it is there."""
    return Path(os.environ.get("REPORTEDLY_CACHE") or platformdirs.user_cache_dir("reportedly"))


def digest_of(parts: Iterable[bytes]) -> str:
    """Return a digest of the parts and of where one ends and the next begins."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


@cache
def code_digest(*patterns: str) -> str:
    """Return a digest of the version and of the package's files that fit, edited or installed."""
    paths = sorted({path for pattern in patterns for path in _PACKAGE.glob(pattern)})
    contents = (path.read_bytes() for path in paths)
    return digest_of((version("reportedly").encode(), *contents))


def kept[T](name: str, key: str, kind: type[T], make: Callable[[], T]) -> T:
    """Return the value of that kind that was kept under name and key, else what make returns.

    kind: a type that says of every part what it is, so that what is read is what was written.
    """
    path = cache_folder() / f"{name}-{key}{_SUFFIX}"
    try:
        return _read(path, key, kind)
    except (OSError, ValueError):  # what msgspec cannot decode is a ValueError
        pass
    made = make()
    with suppress(OSError, ValueError, TypeError, msgspec.MsgspecError):
        _write(path, key, kind, made)
        _prune(path, name)
    return made


def _sum(key: str, content: bytes) -> bytes:
    return hashlib.blake2b(content, key=key.encode()[:64], digest_size=_SUM).digest()


def _read[T](path: Path, key: str, kind: type[T]) -> T:
    """Return what the file holds; OSError or ValueError when it is not there or not whole."""
    held = path.read_bytes()
    content = held[_SUM:]
    if held[:_SUM] != _sum(key, content):
        raise ValueError(f"{path}: not what was written for {key}")
    value = msgspec.msgpack.decode(content, type=kind)
    with suppress(OSError):
        os.utime(path)  # the last used are kept
    return value


def _write[T](path: Path, key: str, kind: type[T], value: T) -> None:
    """Write the value beside its place and rename it, if it will come back as it is."""
    content = msgspec.msgpack.encode(value)
    if msgspec.msgpack.decode(content, type=kind) != value:
        return  # a date in a field of words would come back as words
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_sum(key, content) + content)
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _prune(path: Path, name: str) -> None:
    """Remove the files of that name that were not used for longest."""
    found = [(one.stat().st_mtime, one) for one in path.parent.glob(f"{name}-*{_SUFFIX}")]
    for _, old in sorted(found, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)
