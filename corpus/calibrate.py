"""Fit the confidence of claims, and draw how far it can be trusted.

One model over two sources: which of the coder's claims the corpus' annotations confirm, and
which readers accepted on news (`docs/judgements/*.tsv`). Second events that a corpus sentence
leaves unmarked count against the coder there, so the level is that of the news alone.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from corpus.markup import Line
from corpus.measure import FOLDS, fold
from reportedly.coding.claims.confidence import facts
from reportedly.coding.coder import Coder, bare_article
from reportedly.coding.pipeline import analyses

ROOT = Path(__file__).resolve().parents[1]
BINS = 8
#: the mark of a judged claim, and how much more it weighs than one of the corpus
NEWS, NEWS_WEIGHT = "news", 5.0

Row = tuple[tuple[str, ...], bool, int]


def rows(coder: Coder, found: Sequence[Line]) -> list[Row]:
    """Return (facts, confirmed, fold) of every claim that the coder makes of the corpus."""
    made: list[Row] = []
    for line in found:
        marks = [
            (mark.start, mark.end, told.type)
            for told in line.claims
            for mark in told.mentions["trigger"]
        ]
        for analysis in analyses(bare_article(line.text), coder.tools):
            s = analysis.sentence
            for draft in analysis.drafts:
                if draft.dropped or not (draft.actors or draft.recipients) or draft.mention.sure:
                    continue
                i = draft.mention.i
                right = any(
                    s.starts[i] < end and start < s.ends[i] and name == draft.type
                    for start, end, name in marks
                )
                made.append((tuple(facts(draft, s.is_verb(i))), right, fold(line)))
    return made


def calibrate(coder: Coder, found: Sequence[Line]) -> str:
    """Fit, write `confidence.toml` and `docs/reliability.svg`, and return the table of bins."""
    news = _judged()
    made = rows(coder, found)
    every = made + news
    names = sorted({fact for row in every for fact in row[0]})
    matrix = np.array([[name in row[0] for name in names] for row in every], dtype=float)
    right = np.array([row[1] for row in every])
    folds = np.array([row[2] for row in every])
    weights = np.array([NEWS_WEIGHT if NEWS in row[0] else 1.0 for row in every])
    held = np.zeros(len(every))
    for k in range(FOLDS):
        model = _fit(matrix[folds != k], right[folds != k], weights[folds != k])
        held[folds == k] = model.predict_proba(matrix[folds == k])[:, 1]
    model = _fit(matrix, right, weights)
    found_weights = dict(zip(names, model.coef_[0], strict=True))
    shift = float(model.intercept_[0]) + found_weights.pop(NEWS, 0.0)
    _write(found_weights, shift, len(made), len(news))
    points = [(float(p), bool(ok)) for p, ok in zip(held, right, strict=True)]
    curves = {"corpus": points[: len(made)], "news, judged": points[len(made) :]}
    (ROOT / "docs" / "reliability.svg").write_text(_plot(curves), encoding="utf-8")
    return "\n".join(
        f"{name}: " + "; ".join(f"{p:.2f} → {share:.2f} of {n}" for p, share, n in _bins(points))
        for name, points in curves.items()
    )


def _fit(matrix: Any, right: Any, weights: Any) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=0.5, max_iter=500).fit(matrix, right, sample_weight=weights)


def _judged() -> list[Row]:
    """Return the claims that readers judged on news; one without facts is coded no longer."""
    found: list[Row] = []
    for path in sorted((ROOT / "docs" / "judgements").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for n, row in enumerate(csv.DictReader(lines, delimiter="\t")):
                if "facts" not in row:  # a round that was judged for other ends
                    break
                accepted = row["claim"] == "1" and row["type"] in {"1", "-"}
                facts_of = tuple(fact for fact in row["facts"].split("|") if fact)
                found.append(((*facts_of, NEWS), accepted, n % FOLDS))
    return found


def _write(weights: dict[str, float], shift: float, claims: int, judged: int) -> None:
    lines = [
        "# Fitted by `python -m corpus calibrate`: a claim's confidence is the logistic of the",
        f"# shift and the weights of its facts. {claims} claims of the corpus gave the weights,",
        f"# {judged} claims judged by readers on news the level as well.",
        f"shift = {shift:.3f}",
        "",
        "[weights]",
        *(f'"{name}" = {value:.3f}' for name, value in sorted(weights.items())),
    ]
    path = Path(str(files("reportedly.coding") / "data")) / "confidence.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _bins(points: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Return (mean confidence, share right, count) of bins of equal size."""
    ordered = sorted((float(p), bool(ok)) for p, ok in points)
    size = max(1, len(ordered) // BINS)
    cuts = [ordered[k : k + size] for k in range(0, len(ordered), size)]
    if len(cuts) > 1 and len(cuts[-1]) < size:
        cuts[-2:] = [cuts[-2] + cuts[-1]]
    return [
        (sum(p for p, _ in cut) / len(cut), sum(ok for _, ok in cut) / len(cut), len(cut))
        for cut in cuts
    ]


def _plot(curves: dict[str, list[tuple[float, bool]]]) -> str:
    """Return an SVG: confidence to the right, the share that was right upwards."""
    side, edge = 320, 50
    colours = ("#1f6feb", "#b35900")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 260} {side + 90}" '
        'font-family="sans-serif" font-size="13">',
        f'<rect width="{side + 260}" height="{side + 90}" fill="white"/>',
        f'<rect x="{edge}" y="20" width="{side}" height="{side}" fill="none" stroke="#888"/>',
        f'<line x1="{edge}" y1="{20 + side}" x2="{edge + side}" y2="20" stroke="#bbb" '
        'stroke-dasharray="5 5"/>',
        f'<text x="{edge + side / 2}" y="{side + 65}" text-anchor="middle">confidence</text>',
        f'<text transform="translate(14 {20 + side / 2}) rotate(-90)" '
        'text-anchor="middle">share right</text>',
    ]
    for tick in (0, 0.5, 1):
        x, y = edge + tick * side, 20 + side - tick * side
        parts.append(f'<text x="{x}" y="{side + 40}" text-anchor="middle">{tick}</text>')
        parts.append(f'<text x="{edge - 6}" y="{y + 4}" text-anchor="end">{tick}</text>')
    for n, ((name, points), colour) in enumerate(zip(curves.items(), colours, strict=True)):
        at = [(edge + p * side, 20 + side - share * side) for p, share, _ in _bins(points)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in at]
        parts.append(
            f'<text x="{edge + side + 14}" y="{40 + 20 * n}" fill="{colour}">{name}'
            f" ({len(points)})</text>"
        )
    return "\n".join([*parts, "</svg>"]) + "\n"
