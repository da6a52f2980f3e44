"""`python -m bench.scale link|order|kill|desk`: what many articles cost. 0 fine, 1 not, 2 usage.

link   seconds an article, and memory, in stores of growing size
order  the same articles in another order make the same events
kill   a process killed at random points loses and doubles nothing
desk   how soon each screen answers with a million claims in the store
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.scale import checking, linking


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options as given on the command line."""
    made = argparse.ArgumentParser(
        prog="python -m bench.scale", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    made.add_argument("--seed", type=int, default=7)
    parts = made.add_subparsers(dest="what", required=True)
    link = parts.add_parser("link")
    link.add_argument("articles", type=int, nargs="*", default=[10_000, 100_000])
    order = parts.add_parser("order")
    order.add_argument("articles", type=int, nargs="?", default=10_000)
    kill = parts.add_parser("kill")
    kill.add_argument("articles", type=int, nargs="?", default=300)
    kill.add_argument("--times", type=int, default=20)
    kill.add_argument("--step", type=int, default=checking.STEP, help="articles linked at a time")
    desk = parts.add_parser("desk")
    desk.add_argument("--store", type=Path, help="made there if it is missing, and kept")
    desk.add_argument("--times", type=int, default=20, help="50,000 claims each")
    desk.add_argument("--tries", type=int, default=5)
    only = parts.add_parser("only-link")
    only.add_argument("store", type=Path)
    add = parts.add_parser("only-add")
    add.add_argument("store", type=Path)
    add.add_argument("articles", type=int)
    add.add_argument("step", type=int)
    return made.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for, print it, and say whether it holds."""
    given = options(arguments)
    if given.what == "only-link":
        print(json.dumps(linking.link(given.store)))
        return 0
    if given.what == "only-add":
        checking.add_and_link(given.store, given.articles, given.seed, given.step)
        return 0
    if given.what == "order":
        return _said(checking.same_in_any_order(given.articles, given.seed))
    if given.what == "kill":
        return _said(checking.survives(given.articles, given.times, given.seed, given.step))
    if given.what == "desk":
        return _desk(given)
    costs = [linking.measured(number, given.seed) for number in given.articles]
    print(linking.table(costs))
    return 0


def _said(holds: bool) -> int:
    print("holds" if holds else "DOES NOT HOLD")
    return 0 if holds else 1


def _desk(given: argparse.Namespace) -> int:
    from bench.scale import screens

    with tempfile.TemporaryDirectory(prefix="scale-") as folder:
        path = given.store or Path(folder) / "news.duckdb"
        if not path.exists():
            screens.filled(path, given.times)
        print(screens.report(screens.timed(path, given.tries)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
