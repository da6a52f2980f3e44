"""`python -m corpus news VERB …`: marks on real news.

list [SOURCE]               the documents, with sentences, fold and whether they are marked
show SOURCE ID              the document in numbered sentences, as the marks address them
compile DOC.marks           writes corpus/news/SOURCE/ID.jsonl; --out FOLDER puts it elsewhere,
                            --dry writes nothing, --quiet leaves out the warnings
read FILE                   prints marks back in the notation, where the text is there
check [FILE …]              every offset, id and value, and the digest where the text is there
agree A B                   agreement of two readings: two files, or two folders of them
--shared FOLDER             where the texts of other publishers lie

Exit code 0: fine. 1: findings. 2: wrong usage.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.marking.agree import Agreement, compare
from corpus.marking.check import problems
from corpus.marking.compile import Row, compiled
from corpus.marking.errors import MarkError
from corpus.marking.left_out import left_out
from corpus.marking.notate import Notation
from corpus.marking.notation import read
from corpus.marking.texts import NEWS, SOURCES, Document, document, documents, fold_of


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    flags = {name: name in arguments for name in ("--dry", "--quiet")}
    rest = [word for word in arguments if word not in flags]
    shared, out = _option(rest, "--shared"), _option(rest, "--out")
    verb, *words = rest or [""]
    try:
        if verb == "list" and len(words) <= 1:
            return _list(words, shared)
        if verb == "show" and len(words) == 2:
            return _show(document(words[0], words[1], shared))
        if verb == "compile" and words:
            target = None if flags["--dry"] else out or NEWS
            return max(_compile(Path(word), shared, target, flags["--quiet"]) for word in words)
        if verb == "check":
            return _check([Path(word) for word in words] or marked(NEWS), shared)
        if verb == "read" and len(words) == 1:
            return _read(Path(words[0]), shared)
        if verb == "agree" and len(words) == 2:
            return _agree(Path(words[0]), Path(words[1]))
    except MarkError as problem:
        print(f"error: {problem}", file=sys.stderr)
        return 1
    print(__doc__, file=sys.stderr)
    return 2


def _option(words: list[str], name: str) -> Path | None:
    """Take the option and its value out of the words and return the value."""
    if name not in words[:-1]:
        return None
    at = words.index(name)
    value = Path(words[at + 1])
    del words[at : at + 2]
    return value


def marked(folder: Path) -> list[Path]:
    """Return every file of marks in the folder."""
    return sorted(folder.glob("*/*.jsonl"))


def load(path: Path) -> list[Row]:
    """Return the records of a file of marks. Raises MarkError for a line that is no JSON."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]
    except (OSError, json.JSONDecodeError) as problem:
        raise MarkError(f"{path}: {problem}") from problem


def _list(words: Sequence[str], shared: Path | None) -> int:
    for source in words or SOURCES:
        found = documents(source, shared)
        for one in found:
            there = "marked" if (NEWS / source / f"{one.id}.jsonl").exists() else "-"
            count = len(one.sentences)
            print(f"{source}\t{one.id}\t{count}\t{one.published}\t{fold_of(one.digest)}\t{there}")
        total = sum(len(one.sentences) for one in found)
        print(f"{source}: {len(found)} documents, {total} sentences", file=sys.stderr)
    return 0


def _show(one: Document) -> int:
    print(f"{one.source} {one.id}   published {one.published}")
    for number, (start, end) in enumerate(one.sentences, start=1):
        if number in one.breaks:
            print()
        print(f"{number:>3}  {' '.join(one.text[start:end].split())}")
    return 0


def _read(path: Path, shared: Path | None) -> int:
    rows = load(path)
    text = document(rows[0]["source"], rows[0]["id"], shared)
    for problem in problems(rows, text):
        raise MarkError(f"{path}: {problem}")
    print("\n".join(Notation(rows, text).lines()))
    return 0


def _compile(path: Path, shared: Path | None, target: Path | None, quiet: bool) -> int:
    marks = read(path)
    text = document(marks.source, marks.id, shared)
    result = compiled(marks, text)
    wrong = result.wrong or problems(result.rows, text)
    for message in wrong:
        print(f"{path.name}:{message.removeprefix(f'{path.name}:')}", file=sys.stderr)
    if not quiet:
        for message in left_out(result.rows, text):
            print(f"{path.name}: warning: {message}", file=sys.stderr)
    if wrong:
        print(f"{path.name}: {len(wrong)} errors; nothing is written", file=sys.stderr)
        return 1
    if target is not None:
        write(target / marks.source / f"{marks.id}.jsonl", result.rows)
    print(f"{marks.source} {marks.id}: {counted(result.rows)}")
    return 0


def write(path: Path, rows: Sequence[Row]) -> None:
    """Write the records as JSON lines with sorted keys."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def counted(rows: Sequence[Row]) -> str:
    """Return "12 sentences (4 empty), 15 claims, 21 verbs, 9 chains, 30 mentions"."""
    kinds = Counter(row["record"] for row in rows)
    empty = sum(row["empty"] for row in rows if row["record"] == "sentence")
    mentions = sum(len(row["mentions"]) for row in rows if row["record"] == "chain")
    return (
        f"{kinds['sentence']} sentences ({empty} empty), {kinds['claim']} claims,"
        f" {kinds['verb']} verbs, {kinds['chain']} chains, {mentions} mentions"
    )


def tabled(rows: Sequence[Row]) -> str:
    """Return the counts of all records, and of the claims by type, status and voice."""
    claims = [row for row in rows if row["record"] == "claim"]
    tables = {
        "type": Counter(str(row["type"] or row["kind"]) for row in claims),
        "kind": Counter(str(row["kind"]) for row in claims),
        "status": Counter(str(row["status"]) for row in claims),
        "voices": Counter(str(len(row["voices"])) for row in claims),
    }
    lines = [
        f"{name}: {', '.join(f'{key} {n}' for key, n in table.most_common())}"
        for name, table in tables.items()
    ]
    return "\n".join([counted(rows), *lines])


def _check(paths: Sequence[Path], shared: Path | None) -> int:
    texts = {(one.source, one.id): one for name in SOURCES for one in documents(name, shared)}
    wrong, unread = 0, 0
    folds, every = Counter[str](), list[Row]()
    for path in paths:
        found = load(path)
        head = found[0] if found else {}
        text = texts.get((head.get("source", ""), head.get("id", "")))
        unread += text is None
        for message in problems(found, text):
            print(f"{path}: {message}", file=sys.stderr)
            wrong += 1
        folds[str(head.get("fold"))] += 1
        every += found
    print(f"{len(paths)} documents ({', '.join(f'{k} {n}' for k, n in sorted(folds.items()))})")
    print(f"{wrong} errors" if wrong else tabled(every))
    if unread:
        print(f"{unread} documents without their text here: their digests were not compared")
    return bool(wrong)


def _readings(one: Path, other: Path) -> Iterator[tuple[Path, Path]]:
    if not one.is_dir():
        yield one, other
        return
    for path in sorted(one.rglob("*.jsonl")):
        twin = other / path.relative_to(one)
        if twin.exists():
            yield path, twin


def _agree(one: Path, other: Path) -> int:
    counts = Agreement()
    pairs = list(_readings(one, other))
    for left, right in pairs:
        for message in compare(load(left), load(right), counts):
            print(message, file=sys.stderr)
    print(f"{len(pairs)} documents read twice")
    for name in counts.first | counts.second:
        both, first, second = counts.both[name], counts.first[name], counts.second[name]
        print(f"{name:16} F1 {counts.f1(name):.3f}   both {both:4}   A {first:4}   B {second:4}")
    return 0 if pairs else 1
