"""`python -m bench --compare BASE`: what the working tree records otherwise than BASE does.

BASE is a reference of git (a branch, a tag, HEAD) or a folder with a checkout. Both versions run
with the libraries that are installed here, each in a process of its own.
Exit codes: 0 nothing differs, 1 something does, 2 usage.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.compare import show
from bench.compare.differences import compared
from bench.compare.texts import ROOT, chosen, counted
from bench.compare.versions import VersionError, checkout, coded


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options as given on the command line."""
    made = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False,
    )  # fmt: skip
    add = made.add_argument
    add("--compare", required=True, metavar="BASE", help="the version to compare with")
    add("--shared", type=Path, metavar="FOLDER", help="holds outside texts; without it, ours only")
    add("--limit", type=_count, default=80, metavar="N", help="texts a folder (80); 0: all")
    add("--examples", type=_count, default=3, metavar="N", help="examples a kind (3)")
    add("--json", type=Path, metavar="FILE", help="write every difference there")
    found = made.parse_args(arguments)
    if found.shared and not found.shared.is_dir():
        made.error(f"--shared {found.shared}: no such folder")
    return found


def _count(word: str) -> int:
    if not word.isdecimal():
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from 0 on")
    return int(word)


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Code with both versions, print what differs, write what was asked for."""
    given = options(arguments)
    texts = chosen(given.shared, given.limit)
    print(f"coding with two versions: {counted(texts)}", file=sys.stderr, flush=True)
    try:
        with checkout(given.compare, root) as base:
            before, after = coded((base, root), texts)
    except VersionError as problem:
        print(problem, file=sys.stderr)
        return 2
    found = compared(before, after)
    closed = frozenset(text.name for text in texts if text.closed)
    print(show.text(found, closed, given.examples), end="")
    if given.json:
        given.json.write_text(show.as_json(found, closed), encoding="utf-8")
    return 1 if found.differences else 0
