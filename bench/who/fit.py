"""Learn whom pronouns and descriptions mean: `python -m bench --antecedents --shared FOLDER`.

A log-linear ranker: of each choice the probability of the marked candidate is made most, with a
little pull of every weight towards 0. Deterministic. A quarter of the documents is held out first,
to print how often the choice is right there, by how sure it is; then all are learnt from.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.who.rows import Row, rows
from reportedly.coding.coder import load

#: steps of AdaGrad, their length, the pull towards 0; how often a fact must be seen
STEPS, LENGTH, PULL, SEEN = 300, 0.5, 1.5, 4
#: weights nearer to nothing are left out
SMALL = 0.02
SURE = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
#: how sure a link must be for a claim to rest on it, by its reason
LEAST = {
    "description": 0.8,
    "pronoun, person": 0.8,
    "pronoun, several": 0.8,
    "pronoun, thing": 0.75,
    "speaker": 0.9,
    "speaker's side": 0.9,
}
HEAD = """# Fitted by `python -m bench --antecedents`: whoever a pronoun or a description means is
# the candidate with the largest sum of its facts' weights, or none of them. From {pronouns}
# pronouns and {descriptions} descriptions of marked news and stories.
"""


def main(arguments: Sequence[str]) -> int:
    """Fit, write the weights, print what is right where it was held out."""
    made = argparse.ArgumentParser(prog="python -m bench --antecedents", description=__doc__)
    made.add_argument("--antecedents", action="store_true", help="this command")
    made.add_argument("--shared", type=Path, required=True, metavar="FOLDER")
    every = list(rows(load(), made.parse_args(arguments).shared))
    fourth = set(sorted({row.document for row in every})[::4])
    weights = {}
    for table in ("descriptions", "pronouns"):
        own = [row for row in every if row.table == table]
        learnt = both([row for row in own if row.document not in fourth])
        _print([row for row in own if row.document in fourth], learnt)
        weights[table] = both(own)
    counts = {table: sum(row.table == table for row in every) for table in weights}
    path = Path(str(files("reportedly.coding"))) / "data" / "antecedents.toml"
    path.write_text(_file(weights, counts), encoding="utf-8")
    return 0


def both(own: Sequence[Row]) -> dict[str, float]:
    """Return the mean of what news alone and what news and stories tell of each fact.

    Stories have more people who can be mistaken for each other than news; learnt from at once,
    they made who was named last in a long report too likely.
    """
    told = fitted([row for row in own if not row.story]), fitted(own)
    names = sorted({*told[0], *told[1]})
    return {name: sum(one.get(name, 0.0) for one in told) / 2 for name in names}


def fitted(own: Sequence[Row]) -> dict[str, float]:
    """Return the weight of each fact."""
    seen = Counter(fact for row in own for facts in row.candidates for fact in facts)
    names = sorted(
        {fact for fact, n in seen.items() if n >= SEEN} | {f for r in own for f in r.none}
    )
    index = {name: at for at, name in enumerate(names)}
    choices = [_indexed(row, index) for row in own]
    weights, lengths = np.zeros(len(names)), np.full(len(names), 1e-8)
    for _ in range(STEPS):
        slope = PULL * weights
        for (facts, of), row in zip(choices, own, strict=True):
            share = _shares(weights[facts], of, len(row.candidates) + 1)
            share[len(row.candidates) if row.right is None else row.right] -= 1
            np.add.at(slope, facts, share[of])
        lengths += slope * slope
        weights -= LENGTH * slope / np.sqrt(lengths)
    return dict(zip(names, map(float, weights), strict=True))


def _indexed(row: Row, index: Mapping[str, int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the facts of a choice as numbers, and of which candidate each is."""
    pairs = [
        (index[fact], at)
        for at, facts in enumerate((*row.candidates, row.none))
        for fact in facts
        if fact in index
    ]
    return np.array([f for f, _ in pairs], np.int64), np.array([at for _, at in pairs], np.int64)


def _shares(values: NDArray[np.float64], of: NDArray[np.int64], n: int) -> NDArray[np.float64]:
    scores = np.bincount(of, weights=values, minlength=n)
    shares: NDArray[np.float64] = np.exp(scores - scores.max())
    return shares / shares.sum()


def _print(held: Sequence[Row], weights: Mapping[str, float]) -> None:
    index = {name: at for at, name in enumerate(weights)}
    values = np.array(list(weights.values()))
    told: dict[str, list[tuple[float, bool, bool]]] = {}
    for row in held:
        facts, of = _indexed(row, index)
        shares = _shares(values[facts], of, len(row.candidates) + 1)
        best = int(shares.argmax())
        given = best < len(row.candidates)
        right = (best if given else None) == row.right
        told.setdefault(row.what, []).append((float(shares[best]), given, right))
    for what, answers in sorted(told.items()):
        links = [(sure, right) for sure, given, right in answers if given]
        shown = (_kept(links, least) for least in SURE)
        print(f"{what}: {sum(r for *_, r in answers)} of {len(answers)} right;", *shown)


def _kept(links: Sequence[tuple[float, bool]], least: float) -> str:
    kept = [right for sure, right in links if sure >= least]
    return f"from {least}: {sum(kept)} of {len(kept)};"


def _file(weights: Mapping[str, Mapping[str, float]], counts: Mapping[str, int]) -> str:
    lines = [HEAD.format(**counts)]
    for table, own in weights.items():
        lines.append(f"[{table}]")
        lines += [f'"{n}" = {w:.2f}' for n, w in sorted(own.items()) if abs(w) >= SMALL]
        lines.append("")
    lines += ["# how sure a link must be for a claim to rest on it", "[least]"]
    lines += [f'"{name}" = {value}' for name, value in LEAST.items()]
    return "\n".join(lines) + "\n"
