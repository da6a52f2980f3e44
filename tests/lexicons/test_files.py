"""Where built-in predicates stand and what they are called: by type and mode, by meaning."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby

import pytest

from reportedly.lexicons import Predicate
from reportedly.lexicons.load import built_in
from reportedly.lexicons.rows import raw_rows
from reportedly.records import ClaimKind

ROWS = [(file, entry) for file, entry in raw_rows(built_in()) if not file.startswith("roles/")]
SENSES = [(file, entry) for file, entry in ROWS if isinstance(entry, Predicate)]
#: words that say when an entry came, not what it means
EMPTY = {"wide", "more", "misc"}
LONGEST = 500


def place(entry: Predicate) -> str:
    """Return how the path of the entry's file begins."""
    if entry.kind is not ClaimKind.EVENT:
        return f"predicates/{entry.kind}s"
    mode = (entry.mode or "plain").replace("-", "_")
    return f"predicates/{str(entry.type).lower()}/{mode}"


def words(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.lower().replace("é", "e")).strip("_")


def test_predicates_stand_in_the_file_of_their_type_and_mode() -> None:
    stray = [entry.id for file, entry in SENSES if not file.startswith(place(entry))]
    assert stray == []


def test_senses_of_one_lemma_stand_together() -> None:
    runs: dict[tuple[str, str, str], int] = defaultdict(int)
    for key, _ in groupby((place(e), e.lemma, e.pos) for _, e in SENSES):
        runs[key] += 1
    assert [key for key, number in runs.items() if number > 1] == []


def test_ids_say_part_of_speech_lemma_and_particle() -> None:
    stray = []
    for _, entry in SENSES:
        tail = "_".join(filter(None, (words(entry.lemma), words(entry.particle or ""))))
        head = f"en.{entry.pos}.{tail}"
        if entry.id != head and not entry.id.startswith(f"{head}."):
            stray.append(entry.id)
    assert stray == []


def test_ids_and_files_say_what_they_hold() -> None:
    """No numbers, and no words for "the rest", in the ids of senses and the names of files."""
    senses = [entry.id.partition(".")[2] for _, entry in SENSES]
    files = [file.removesuffix(".toml") for file, _ in ROWS]
    stray = [
        name
        for name in {*senses, *files}
        if re.search(r"_\d+$", name) or EMPTY & set(re.split(r"[._/]", name))
    ]
    assert stray == []


@pytest.mark.parametrize("folder", ["classes", "cues", "goods", "operators", "predicates"])
def test_files_are_short(folder: str) -> None:
    long = [
        str(path)
        for path in (built_in() / folder).rglob("*.toml")
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST
    ]
    assert long == []
