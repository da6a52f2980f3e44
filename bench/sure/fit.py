"""Fit the confidence of claims: `python -m bench --calibrate --shared FOLDER`.

Needs scikit-learn. Deterministic. Words are no facts of the model: with the lemmas of the trigger
and of what it hangs on, it orders the judged claims no better (docs/accuracy.md).
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from bench.sure.plot import Point, bins, drawn
from bench.sure.rows import MARKED, Row, judged_rows, marked_rows
from reportedly.coding.coder import load

DRAWING = Path(__file__).resolve().parents[2] / "docs" / "reliability.svg"
FOLDS = 8
#: regularisation; how often a fact must be seen; the least confidence of a claim that is made
C, SEEN, LEAST = 0.1, 5, 0.45
#: weights nearer to nothing are left out
SMALL = 0.02


def main(arguments: Sequence[str]) -> int:
    """Fit, write the weights and the drawing, print the bins."""
    made = argparse.ArgumentParser(prog="python -m bench --calibrate", description=__doc__)
    made.add_argument("--calibrate", action="store_true", help="this command")
    made.add_argument("--shared", type=Path, required=True, metavar="FOLDER")
    shared = made.parse_args(arguments).shared
    coder = load()
    marked = list(marked_rows(coder, shared))
    closed = list(marked_rows(coder, shared, "closed"))
    judged = list(judged_rows(coder, shared))
    learnt, held = fitted([*marked, *judged], closed)
    _write(learnt, len(marked), len(judged))
    curves = {
        "marked, open": held[: len(marked)],
        "judged": held[len(marked) : len(marked) + len(judged)],
        "marked, closed": held[len(marked) + len(judged) :],
    }
    DRAWING.write_text(drawn(curves), encoding="utf-8")
    for name, points in curves.items():
        print(name, *(f"{p:.2f} → {share:.2f} of {n}" for p, share, n in bins(points)), sep="; ")
        print(f"  from {LEAST}: {_kept(points)}")
    return 0


def fitted(rows: Sequence[Row], beside: Sequence[Row]) -> tuple[dict[str, float], list[Point]]:
    """Return the weights ("shift" among them) and each row's confidence where it was held out.

    beside: rows that nothing is learnt from; their confidence comes last.
    """
    names = sorted(
        fact for fact, n in Counter(f for row in rows for f in row.facts).items() if n >= SEEN
    )
    matrix, right = _matrix(rows, names), np.array([row.accepted for row in rows])
    fold = np.array([_fold(row.article) for row in rows])
    held = np.zeros(len(rows))
    for k in range(FOLDS):
        model = _model(matrix[fold != k], right[fold != k])
        held[fold == k] = model.predict_proba(matrix[fold == k])[:, 1]
    model = _model(matrix, right)
    weights = {"shift": float(model.intercept_[0])} | dict(
        zip(names, map(float, model.coef_[0]), strict=True)
    )
    other = model.predict_proba(_matrix(beside, names))[:, 1]
    told = [*rows, *beside]
    points = [(float(p), row.accepted) for p, row in zip([*held, *other], told, strict=True)]
    return weights, points


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> Any:
    return np.array([[name in row.facts for name in names] for row in rows], dtype=float)


def _model(matrix: Any, right: Any) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=C, max_iter=3000).fit(matrix, right)


def _fold(article: str) -> int:
    return hashlib.blake2b(article.encode(), digest_size=4).digest()[0] % FOLDS


def _kept(points: Sequence[Point]) -> str:
    kept = [right for p, right in points if p >= LEAST]
    accepted = sum(right for _, right in points)
    return (
        f"{sum(kept)} of {len(kept)} claims accepted, before {accepted} of {len(points)}; "
        f"{sum(kept) / accepted:.3f} of the accepted ones are kept"
    )


def _write(weights: dict[str, float], marked: int, judged: int) -> None:
    shift = weights.pop("shift")
    weights.pop(MARKED, None)  # the level is that of unread articles
    lines = [
        "# Fitted by `python -m bench --calibrate`: a claim's confidence is the logistic of the",
        f"# shift and the weights of its facts. From {marked} claims of marked news and {judged}",
        "# judged ones of articles that nobody had read; the level is that of the judged ones.",
        f"shift = {shift:.3f}",
        "",
        "# in an article that is long enough to tell what it is about, no claim is made below this",
        f"least = {LEAST}",
        "",
        "[weights]",
        *(
            f'"{name}" = {value:.3f}'
            for name, value in sorted(weights.items())
            if abs(value) >= SMALL
        ),
    ]
    path = Path(str(files("reportedly.coding") / "data")) / "confidence.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
