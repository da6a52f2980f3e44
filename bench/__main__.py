"""`python -m bench --shared FOLDER`: every scorer, one table. 0 fine, 1 regression, 2 usage.

`python -m bench --compare BASE` shows what changed since BASE (add --help for its options).
`python -m bench --calibrate --shared FOLDER` fits the confidence of claims anew (scikit-learn).
`python -m bench --antecedents --shared FOLDER` learns anew whom pronouns and descriptions mean.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import (
    ecb,
    gate,
    geo,
    gum,
    meantime,
    news,
    newspage,
    plain,
    plv,
    polnear,
    runs,
    table,
    throughput,
    torque,
    uds,
)
from bench.outcome import Outcome
from bench.stories import scorer as stories
from reportedly.coding.coder import Coder, load
from reportedly.errors import ReportedlyError

#: the order is fixed: what is measured first does not depend on what is asked for
SCORERS = (
    "throughput", "plv", "uds", "polnear", "geo", "runs", "news",
    "meantime", "torque", "uds-train", "gum", "ecb", "plain", "stories",
)  # fmt: skip


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options as given on the command line."""
    made = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    add = made.add_argument
    add("--shared", type=Path, required=True, metavar="FOLDER", help="holds the benchmark sets")
    add("--only", default=",".join(SCORERS), help=f"comma-separated, of {', '.join(SCORERS)}")
    add(
        "--limit",
        type=int,
        default=100,
        metavar="N",
        help="PolNeAR articles a part; 0: all, of uds-train too",
    )
    add("--texts", type=int, default=30, metavar="N", help="texts a folder for runs; 0: all")
    add("--timed", type=int, default=15, metavar="N", help="texts a folder for throughput")
    add("--json", type=Path, metavar="FILE", help="write every figure and table there")
    add("--misses", type=Path, metavar="FOLDER", help="write lists of misses there, to read")
    add("--types", action="store_true", help="print PLV's figures by type, too")
    add("--write-docs", action="store_true", help="rewrite the tables in docs/benchmarks.md")
    add("--update", action="store_true", help="pin these figures in bench/baseline.json")
    add("--allow-regression", action="store_true", help="let --update lower a floor")
    found = made.parse_args(arguments)
    found.chosen = [name.strip() for name in found.only.split(",") if name.strip()]
    unknown = sorted(set(found.chosen) - set(SCORERS))
    if unknown:
        made.error(f"no scorer {', '.join(unknown)}; there are {', '.join(SCORERS)}")
    return found


def outcomes(coder: Coder, given: argparse.Namespace) -> list[Outcome]:
    """Run the chosen scorers in their fixed order."""
    folder: Path = given.shared
    scorers: dict[str, Callable[[], Outcome]] = {
        "throughput": lambda: throughput.run(coder, folder, given.timed),
        "plv": lambda: plv.run(coder, folder),
        "uds": lambda: uds.run(coder, folder),
        "polnear": lambda: polnear.run(coder, folder, given.limit),
        "geo": lambda: geo.run(coder, folder),
        "runs": lambda: runs.run(coder, folder, given.texts),
        "news": lambda: news.run(coder, folder),
        "meantime": lambda: meantime.run(coder, folder),
        "torque": lambda: torque.run(coder, folder),
        "uds-train": lambda: uds.run_train(coder, folder, every=not given.limit),
        "gum": lambda: gum.run(coder, folder),
        "ecb": lambda: ecb.run(coder, folder),
        "plain": lambda: plain.run(coder),
        "stories": lambda: stories.run(coder),
    }
    return [scorers[name]() for name in SCORERS if name in given.chosen]


def judged(found: Sequence[Outcome], given: argparse.Namespace) -> int:
    """Pin or compare, say what came of it, and return the exit code."""
    baseline = gate.load()
    if given.update:
        fresh, lowered = gate.updated(found, baseline, allow_regression=given.allow_regression)
        for line in lowered:
            print("lowered " if given.allow_regression else "would be lowered ", line)
        if lowered and not given.allow_regression:
            print("nothing pinned; --allow-regression lets floors fall")
            return 1
        gate.save(fresh)
        print(f"pinned in {gate.BASELINE.name}")
        return 0
    verdict = gate.compare(found, baseline)
    for line in verdict.unfit:
        print("not compared:", line)
    for line in verdict.fallen:
        print("REGRESSION", line)
    print(f"{verdict.compared} figures compared, {len(verdict.fallen)} fallen")
    return 1 if verdict.fallen else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, write what was asked for, judge."""
    words = sys.argv[1:] if arguments is None else arguments
    if any(word.partition("=")[0] == "--compare" for word in words):
        from bench.compare import command  # it reads the corpus, which the scorers do without

        return command.main(words)
    if "--antecedents" in words:
        from bench.who import fit as antecedents

        return antecedents.main(words)
    if "--calibrate" in words:
        from bench.sure import fit  # it needs scikit-learn

        return fit.main(words)
    given = options(words)
    try:
        coder = load()
    except ReportedlyError as problem:
        print(f"the coder cannot be loaded: {problem}", file=sys.stderr)
        return 2
    found = outcomes(coder, given)
    print(table.text(found))
    if given.types:
        print("".join(table.types(outcome) for outcome in found if outcome.scorer == "plv"))
    if given.json:
        given.json.write_text(table.as_json(found), encoding="utf-8")
    if given.misses:
        for path in table.write_lists(found, given.misses):
            print(f"wrote {path}", file=sys.stderr)
    if given.write_docs:
        table.write_docs([one for one in found if one.scorer != "news"])
        newspage.write_docs(found)
    return judged(found, given)


if __name__ == "__main__":
    sys.exit(main())
