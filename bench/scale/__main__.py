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
from collections.abc import Sequence
from pathlib import Path

from bench.scale import linking


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
    only = parts.add_parser("only-link")
    only.add_argument("store", type=Path)
    return made.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for, print it, and say whether it holds."""
    given = options(arguments)
    if given.what == "only-link":
        print(json.dumps(linking.link(given.store)))
        return 0
    costs = [linking.measured(number, given.seed) for number in given.articles]
    print(linking.table(costs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
