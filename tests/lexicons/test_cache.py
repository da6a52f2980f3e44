"""What the cache folder keeps: the same value as without it, whatever lies there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from reportedly import lexicons
from reportedly.errors import LexiconError
from reportedly.lexicons import Lexicons, Organisation, Predicate, cache, layers
from reportedly.lexicons.cache import KEPT, kept
from reportedly.lexicons.load import _load, _with_actors

KIND = dict[str, tuple[str, ...]]
VALUE = {"a": ("x", "y"), "b": ()}
ENTRY = """
[[predicate]]
id = "en.verb.frobnicate"
lemma = "frobnicate"
pos = "verb"
type = "ACCUSE"
source = "test"
yes = ["{a:France} frobnicated {r:Iran}."]
"""
ACTORS = "name,country,sector\nIron Hills Guild,FRA,REB\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache folder, and nothing remembered by this process."""
    monkeypatch.setenv("REPORTEDLY_CACHE", str(tmp_path / "cache"))
    forget()
    yield tmp_path / "cache"
    forget()


def forget() -> None:
    """Forget what this process has loaded: the next load is that of a new one."""
    _load.cache_clear()
    _with_actors.cache_clear()


def unmade() -> KIND:
    raise AssertionError("made anew")


def test_what_was_made_is_kept(folder: Path) -> None:
    assert kept("t", "1", KIND, lambda: VALUE) == VALUE
    assert kept("t", "1", KIND, unmade) == VALUE
    assert [path.name for path in folder.iterdir()] == ["t-1.msgpack"]


@pytest.mark.usefixtures("folder")
def test_another_key_is_another_value() -> None:
    kept("t", "1", KIND, lambda: VALUE)

    assert kept("t", "2", KIND, dict) == {}
    assert kept("t", "1", KIND, unmade) == VALUE


SPOILT: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("empty", lambda _: b""),
    ("cut off", lambda held: held[:-3]),
    ("one letter changed", lambda held: held.replace(b"x", b"z")),
    ("longer", lambda held: held + b"\x00"),
    ("not ours", lambda _: b"SQLite format 3\x00" * 10),
    ("made for another key", lambda _: of_key("2", VALUE)),
    ("another kind of value", lambda _: of_key("1", {"a": 1})),
    ("no value at all", lambda _: of_key("1", None)),
]


def of_key(key: str, value: object) -> bytes:
    """Return a whole file of that key and value."""
    content = msgspec.msgpack.encode(value)
    return cache._sum(key, content) + content


@pytest.mark.parametrize("spoil", [s[1] for s in SPOILT], ids=[s[0] for s in SPOILT])
def test_what_is_spoilt_is_made_anew(folder: Path, spoil: Callable[[bytes], bytes]) -> None:
    kept("t", "1", KIND, lambda: VALUE)
    (path,) = folder.iterdir()
    path.write_bytes(spoil(path.read_bytes()))

    assert kept("t", "1", KIND, lambda: VALUE) == VALUE
    assert kept("t", "1", KIND, unmade) == VALUE


def test_what_would_not_come_back_as_it_is_is_not_kept(folder: Path) -> None:
    odd: KIND = {"a": ["x"]}  # type: ignore[dict-item]

    assert kept("t", "1", KIND, lambda: odd) is odd
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("REPORTEDLY_CACHE", str(tmp_path / "file"))

    assert kept("t", "1", KIND, lambda: VALUE) == VALUE


def test_the_last_used_are_kept(folder: Path) -> None:
    for number in range(KEPT):
        kept("t", str(number), KIND, lambda: VALUE)
        os.utime(folder / f"t-{number}.msgpack", (number, number))
    kept("t", "0", KIND, unmade)
    kept("other", "1", KIND, lambda: VALUE)
    kept("t", "new", KIND, lambda: VALUE)

    names = {path.name for path in folder.iterdir()}
    assert names >= {"t-0.msgpack", "t-new.msgpack", "other-1.msgpack"}
    assert "t-1.msgpack" not in names
    assert len(names) == KEPT + 1


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the lexicon files that are read as TOML from here on."""
    module = sys.modules["reportedly.lexicons.load"]
    names: list[str] = []
    entries = module.entries_in
    monkeypatch.setattr(
        module, "entries_in", lambda held, shown: names.append(shown) or entries(held, shown)
    )
    return names


@pytest.mark.usefixtures("folder")
def test_lexicons_from_the_cache_are_those_of_the_files(parsed: list[str]) -> None:
    made = lexicons.load()
    assert parsed
    parsed.clear()
    forget()
    found = lexicons.load()

    assert parsed == []
    assert (found.digest, found.key) == (made.digest, made.key)
    assert dict(found.tables) == dict(made.tables)
    assert {type(one) for one in found.table(Predicate)} == {Predicate}


@pytest.mark.usefixtures("folder")
def test_a_changed_file_is_not_missed(tmp_path: Path, parsed: list[str]) -> None:
    own = tmp_path / "own"
    own.mkdir()
    path = own / "own.toml"
    path.write_text(ENTRY, encoding="utf-8")
    first, when = lexicons.load((own,)), path.stat().st_mtime
    path.write_text(ENTRY.replace("ACCUSE", "REJECT"), encoding="utf-8")  # of the same size
    os.utime(path, (when, when))
    parsed.clear()
    forget()
    second = lexicons.load((own,))

    assert parsed == [str(path)]  # and the built-in ones are taken from the cache
    assert [entry_of(one).type for one in (first, second)] == ["ACCUSE", "REJECT"]
    assert first.digest != second.digest


def entry_of(found: Lexicons) -> Predicate:
    return next(one for one in found.table(Predicate) if one.id == "en.verb.frobnicate")


@pytest.mark.usefixtures("folder")
def test_one_folder_of_two_is_not_two_folders(tmp_path: Path) -> None:
    for name in ("a/1.toml", "b/2.toml", "both/1.toml", "both/2.toml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ENTRY, encoding="utf-8")
    entry_of(lexicons.load((tmp_path / "a", tmp_path / "b")))

    with pytest.raises(LexiconError, match="id already used"):
        lexicons.load((tmp_path / "both",))


@pytest.mark.usefixtures("folder")
def test_actor_files_are_kept_by_name_and_content(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    for sector in ("REB", "MIL"):
        path.write_text(ACTORS.replace("REB", sector), encoding="utf-8")
        for _ in range(2):
            forget()
            found = lexicons.load((), (path,))
            (guild,) = (one for one in found.table(Organisation) if one.name == "Iron Hills Guild")
            assert (guild.sector, guild.source) == ((sector,), "own.csv")


def test_the_code_that_reads_lexicons_is_found() -> None:
    """Moved elsewhere, it would no longer be in the keys, and old entries would pass for new."""
    found = [list(cache._PACKAGE.glob(pattern)) for pattern in layers._READERS]
    names = {path.name for paths in found for path in paths}

    assert all(found)
    assert names >= {"schema.py", "load.py", "own_actors.py", "types.toml", "terms.py"}


def test_the_code_is_in_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "code_digest", lambda *_: "another")
    changed = layers.key(())
    monkeypatch.undo()

    assert layers.key(()) != changed
