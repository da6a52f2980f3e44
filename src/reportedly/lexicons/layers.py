"""The lexicon files of a folder, read once: what is digested is what is used."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import LexiconError
from reportedly.lexicons.cache import code_digest, digest_of

#: what an entry is read and checked by
_READERS = ("records/*.py", "ontology/*.py", "ontology/data/*", "lexicons/*.py")


@dataclass(frozen=True, slots=True)
class Layer:
    """One folder's files as they were: (path below the folder, content), in order.

    own: the folder is the package's; messages need not say where it lies.
    """

    folder: Path
    files: tuple[tuple[str, bytes], ...]
    own: bool = False

    @classmethod
    def read(cls, folder: Path, own: bool = False) -> Layer:
        """Return the folder's files; LexiconError when there is no such folder."""
        if not folder.is_dir():
            raise LexiconError(str(folder), "?", "no such folder")
        paths = sorted(folder.rglob("*.toml"))
        above = len(folder.parts)
        files = (("/".join(path.parts[above:]), path.read_bytes()) for path in paths)
        return cls(folder, tuple(files), own)

    def shown(self, name: str) -> str:
        """Return how messages call one of the files."""
        return name if self.own else str(self.folder / name)


def digest(layers: Sequence[Layer]) -> str:
    """Return the digest that every record carries: of all files' names and contents."""
    found = hashlib.blake2b(digest_size=8)
    for layer in layers:
        for name, content in layer.files:
            found.update(name.encode())
            found.update(content)
    return found.hexdigest()


def key(layers: Sequence[Layer]) -> str:
    """Return a digest of the layers, of where each begins, and of the code that reads them."""
    return digest_of((code_digest(*_READERS).encode(), *_parts(layers)))


def _parts(layers: Sequence[Layer]) -> Iterator[bytes]:
    for layer in layers:
        yield len(layer.files).to_bytes(8, "big")
        for name, content in layer.files:
            yield name.encode()
            yield content
