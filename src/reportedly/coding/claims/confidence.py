"""How sure a claim is: the share of such claims that a reader would accept.

A logistic model over a few facts about the claim, fitted by `python -m corpus calibrate` on the
corpus with folds held out and shifted to what readers accepted on news (docs/accuracy.md).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from reportedly.coding.participants.draft import Draft
from reportedly.coding.presentation.mood import Mood
from reportedly.records import ClaimKind


def facts(draft: Draft, verb: bool) -> Iterator[str]:
    """Yield what the model knows of a claim, each a name in `data/confidence.toml`."""
    entry = draft.entry
    yield str(draft.type) if entry.kind is ClaimKind.EVENT else entry.kind.value
    yield "verb" if verb else "noun"
    yield f"actors {min(len(draft.actors), 2)}"
    yield f"recipients {min(len(draft.recipients), 2)}"
    yield f"needs {min(len(entry.needs), 3)}"
    if draft.reading.mood > Mood.ONGOING or draft.reading.certainty < 3:
        yield "not a fact"
    if not draft.reading.positive:
        yield "negated"
    if draft.goods:
        yield "goods"
    if any(party.rules for party in draft.actors):
        yield "actor known"


def confidence(draft: Draft, verb: bool) -> float:
    """Return the share of such claims that readers accept as real and of the right type."""
    if draft.mention.sure is not None:
        return round(draft.mention.sure, 2)
    table = _measured()
    score = table["shift"] + sum(table.get(fact, 0.0) for fact in facts(draft, verb))
    return round(1 / (1 + math.exp(-score)), 2)


@cache
def _measured() -> dict[str, float]:
    text = files("reportedly.coding").joinpath("data", "confidence.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return {"shift": float(data["shift"]), **data["weights"]}
