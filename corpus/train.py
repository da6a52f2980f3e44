"""Train the semantic fallback on the corpus and the lexicons' own sentences.

Deterministic, on one CPU, in a minute or two. What it writes: the weights
(`coding/data/semantics.npz`) and what was measured with the predicates' lemmas held out, five
folds (`coding/data/semantics.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from corpus.markup import Line, Mention
from reportedly.coding.analysis import Analysis
from reportedly.coding.coder import Coder, bare_article
from reportedly.coding.pipeline import analyses
from reportedly.coding.predicates.features import Phrasing
from reportedly.coding.predicates.model import NO_EVENT, meaning
from reportedly.coding.sentences.model import vector
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate
from reportedly.lexicons.marks import unmark

#: weight of the word vectors beside the features, and the model's regularisation; both chosen
#: by the accuracy on held-out lemmas (docs/accuracy.md has the grid)
VECTORS, C = 0.3, 20.0
#: the fallback codes a claim from this share of right guesses on
WANTED = 0.70
FOLDS = 5

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """One predicate in its sentence: features, the lemmas of its core, and its type."""

    features: tuple[str, ...]
    core: tuple[str, ...]
    type: str
    own: bool


def examples(coder: Coder, found: Sequence[Line]) -> Iterator[Example]:
    """Yield the examples of the lexicons, then of the corpus with its words that are no event."""
    yield from _of_lexicons(coder)
    for line in found:
        yield from _of_line(coder, line)


def _of_lexicons(coder: Coder) -> Iterator[Example]:
    for entries in coder.tools.vocabulary.predicates.values():
        for entry in entries:
            for sentence in entry.yes if entry.type else ():
                marked = unmark(sentence)
                for analysis in _analysed(coder, marked.text):
                    yield from _fired(coder, analysis, entry, marked.spans)


def _fired(
    coder: Coder, analysis: Analysis, entry: Predicate, spans: dict[str, tuple[Span, ...]]
) -> Iterator[Example]:
    s = analysis.sentence
    for draft in analysis.drafts:
        if draft.mention.entry.id == entry.id:
            sides = [_tokens(s, spans.get(letter, ())) for letter in "ar"]
            yield _example(coder, analysis, draft.mention.i, sides, str(entry.type), own=False)
            return


def _of_line(coder: Coder, line: Line) -> Iterator[Example]:
    for analysis in _analysed(coder, line.text):
        s = analysis.sentence
        taken: set[int] = set()
        for told in line.claims:
            trigger = _tokens(s, _spans(told.mentions["trigger"]))
            taken |= trigger
            if trigger and told.type:
                i = min(trigger, key=lambda t: (not s.is_verb(t), t))
                sides = [
                    _tokens(s, _spans(told.mentions.get(field, ())))
                    for field in ("actors", "recipients")
                ]
                yield _example(coder, analysis, i, sides, told.type, own=True)
        for i in range(len(s)):
            if i not in taken and s.is_verb(i) and (sides := _sides(analysis, i)):
                yield _example(coder, analysis, i, sides, NO_EVENT, own=True)


def _sides(analysis: Analysis, i: int) -> list[frozenset[int]]:
    """Return the party tokens on both sides of a verb, [] where one side names nobody."""
    found = [
        frozenset(
            t
            for slot in slots
            for k in analysis.slots.slot(i, slot)
            for p in analysis.resolver.resolve(k)
            for t in range(p.first, p.last + 1)
        )
        for slots in (("subject",), ("object", "dative", "to", "with", "against", "on", "from"))
    ]
    return found if all(found) else []


def _example(
    coder: Coder,
    analysis: Analysis,
    i: int,
    sides: Sequence[frozenset[int]],
    name: str,
    *,
    own: bool,
) -> Example:
    phrasing = Phrasing(analysis.slots, coder.tools.vocabulary.types)
    return Example(phrasing.features(i, sides[0], sides[1]), phrasing.core(i), name, own)


def _analysed(coder: Coder, text: str) -> list[Analysis]:
    return list(analyses(bare_article(text), coder.tools))


def _spans(mentions: Sequence[Mention]) -> list[Span]:
    return [(mention.start, mention.end) for mention in mentions]


def _tokens(s: Sentence, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(t for start, end in spans for t in s.covered(start, end))


def train(coder: Coder, found: Sequence[Line]) -> str:
    """Train, measure, write both files, and return what was measured, for people."""
    from sklearn.linear_model import LogisticRegression

    rows = list(examples(coder, found))
    matrix, names = _matrix(rows)
    types = np.array([row.type for row in rows])
    right, sure = _held_out(rows, matrix, types)
    model = LogisticRegression(C=C, max_iter=400).fit(matrix, types)
    folder = Path(str(files("reportedly.coding") / "data"))
    weights = model.coef_.T
    np.savez_compressed(
        folder / "semantics.npz",
        classes=model.classes_.astype(str),
        features=np.array(names),
        weights=weights[: len(names)].astype(np.float16),
        dense=(weights[len(names) :] * VECTORS).astype(np.float16),
        bias=model.intercept_.astype(np.float32),
    )
    table = _table(right, sure, len(rows))
    (folder / "semantics.toml").write_text(table, encoding="utf-8")
    return table


def _matrix(rows: Sequence[Example]) -> tuple[Any, list[str]]:
    from scipy.sparse import csr_matrix, hstack

    counts: dict[str, int] = {}
    for row in rows:
        for feature in row.features:
            counts[feature] = counts.get(feature, 0) + 1
    names = sorted(feature for feature, n in counts.items() if n > 1)
    at = {name: n for n, name in enumerate(names)}
    data, across, down = [], [], []
    for n, row in enumerate(rows):
        known = [at[feature] for feature in row.features if feature in at]
        across += known
        down += [n] * len(known)
        data += [1 / np.sqrt(len(known))] * len(known)
    sparse = csr_matrix((data, (down, across)), shape=(len(rows), len(names)))
    dense = np.array([meaning(row.core, vector) for row in rows]) * VECTORS
    return hstack([sparse, csr_matrix(dense)]).tocsr(), names


def _held_out(rows: Sequence[Example], matrix: Any, types: Any) -> tuple[list[bool], list[float]]:
    """Return for each corpus example whether a model that never saw its lemma guessed it right."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold

    right: list[bool] = []
    sure: list[float] = []
    lemmas = [row.core[0] for row in rows]
    for learn, test in GroupKFold(FOLDS).split(matrix, types, lemmas):
        test = np.array([n for n in test if rows[n].own])
        model = LogisticRegression(C=C, max_iter=400).fit(matrix[learn], types[learn])
        found = model.predict_proba(matrix[test])
        guessed = model.classes_[found.argmax(axis=1)]
        for n, name, probability in zip(test, guessed, found.max(axis=1), strict=True):
            if name != NO_EVENT:
                right.append(bool(name == types[n]))
                sure.append(float(probability))
    return right, sure


def _table(right: Sequence[bool], sure: Sequence[float], size: int) -> str:
    steps = []
    for low in np.arange(0.1, 0.95, 0.1):
        here = [ok for ok, p in zip(right, sure, strict=True) if low <= p < low + 0.1]
        if len(here) >= 10:
            steps.append((round(float(low), 1), sum(here) / len(here), len(here)))
    least = next((low for low, share, _ in steps if share >= WANTED), 0.9)
    lines = [
        "# Measured by `python -m corpus train` with the predicates' lemmas held out, five folds.",
        f"# {size} examples; guesses on {len(right)} predicates of the corpus",
        "# least: the probability from which the fallback codes a claim",
        f"least = {least}",
        "# probability from which on, share of right guesses",
        "right = [",
        *(f"    [{low}, {share:.3f}],  # of {n}" for low, share, n in steps),
        "]",
    ]
    return "\n".join(lines) + "\n"
