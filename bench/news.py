"""Real news, marked: how many of the claims are found, and with which fields right.

What the marks hold and how they were made: corpus/README.md and corpus/guide.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.marking.texts import NEWS

from bench import texts
from bench.gate import PAIRS
from bench.marks.counts import Counts, Rate, rates
from bench.marks.documents import Marked, read
from bench.marks.misses import Lists, misses
from bench.marks.pairs import paired
from bench.marks.score import scored
from bench.outcome import EXACT, INFORMATIVE, Figure, Outcome, digest, missing, progress
from reportedly.coding.asked import factualities_of
from reportedly.coding.coder import Coder, bare_article

Rates = Mapping[tuple[str, str], Rate]
#: guarded over all documents. Not: precision, which a better recall may cost; fields that rest on
#: a few hundred claims or fewer; every field together, where one claim is more than the tolerance
GUARDED = frozenset(
    (
        "found R", "found F1", "kind", "type", "status", "factuality", "actors", "recipients",
        "voice", "who is who, pairs F1", "factuality number: Pearson r", "factuality number: exact",
    )
)  # fmt: skip
FOUND = ("found P", "found R", "found F1")
GIVEN = (
    "kind", "type", "mode", "status", "happened, where so coded", "factuality", "actors",
    "actor country", "actor sector", "recipients", "recipients, where told", "recipient country",
    "goods", "goods, where told", "quantity", "giver", "receiver", "sides not reversed", "upper",
    "price", "time", "time, where told", "place",
    "place, where told", "voice", "voice, where told", "number of voices", "content", "every field",
)  # fmt: skip
ACROSS = (
    "who is who, pairs P", "who is who, pairs R", "who is who, pairs F1",
    "mentions that are parties", "links P", "links R", "links F1",
)  # fmt: skip
WHOLE = (
    *FOUND,
    *GIVEN,
    "found and all right",
    *ACROSS,
    "factuality number: Pearson r",
    "factuality number: exact",
)
#: for a fold, or a source of texts
PART = (
    "found P", "found R", "found F1", "type", "status", "happened, where so coded", "actors",
    "recipients", "voice", "every field", "found and all right", "who is who, pairs F1",
    "factuality number: Pearson r",
)  # fmt: skip
#: for a kind, type or status as a class of its own
LABEL = ("found as any", "found F1", "every field")


class Scored(NamedTuple):
    """The counts of each document, what to read, and how many verbs have no word of ours."""

    counts: list[Counts]
    lists: Lists
    wordless: int


def score(coder: Coder, documents: Sequence[Marked]) -> Scored:
    """Code each document once, with its day, and count."""
    counts: list[Counts] = []
    lists: Lists = {}
    wordless = 0
    for at, one in enumerate(documents, 1):
        article = texts.dated(bare_article(one.text.text), one.text.published)
        pairing = paired(one, coder.code(article))
        numbers = factualities_of(article, [span for span, _ in one.verbs], coder.tools)
        counts.append(scored(one, pairing, numbers))
        wordless += numbers.count(None)
        for name, rows in misses(one, pairing, numbers).items():
            lists.setdefault(name, []).extend(rows)
        progress("news", at, len(documents))
    return Scored(counts, lists, wordless)


def figures(found: Rates) -> list[Figure]:
    """Return the figures: all measures over everything, some for each part, a few by label."""
    groups = sorted({group for group, _ in found}, key=lambda name: (name != "all", name))
    made = []
    for group in groups:
        wanted = WHOLE if group == "all" else PART if _whole(group) else LABEL
        made += [_figure(found, group, name) for name in wanted if (group, name) in found]
    return made


def _whole(group: str) -> bool:
    return group.startswith(("fold: ", "source: "))


def _figure(found: Rates, group: str, name: str) -> Figure:
    rate = found[group, name]
    counted = found[group, "found R"] if name == "found F1" else rate
    return Figure(
        name=name if group == "all" else f"{group}: {name}",
        value=rate.value,
        interval=rate.interval,
        count=counted.count,
        of=_of(name),
        guard=EXACT if group == "all" and name in GUARDED else INFORMATIVE,
    )


def _of(name: str) -> str:
    """Return what a measure rests on; "claims" are the found ones, whose number may move."""
    if name.startswith("factuality number"):
        return "verbs"
    if name in ACROSS:
        return {"w": PAIRS, "m": "mentions", "l": "links"}[name[0]]
    marked = name in ("found R", "found F1", "found as any", "found and all right")
    return "marked claims" if marked else "claims"


def run(coder: Coder, shared_folder: Path | None, folder: Path = NEWS) -> Outcome:
    """Score the coder on every marked document whose text is here."""
    documents, skipped = read(shared_folder, folder)
    if not documents:
        return missing("news", "; ".join(skipped) or "no marked documents")
    done = score(coder, documents)
    if done.wordless:
        skipped = (*skipped, f"{done.wordless} verbs that the coder found no word for, scored 0")
    found = rates(done.counts)
    details: dict[str, dict[str, Rate]] = {}
    for (group, name), rate in found.items():
        details.setdefault(group, {})[name] = rate
    parts = (f"{one.text.digest} {one.claims} {one.verbs} {one.mentions}" for one in documents)
    return Outcome(
        scorer="news", figures=tuple(figures(found)), skipped=skipped, corpus=digest(parts),
        sample=f"{len(documents)} documents", details=details, lists=done.lists,
    )  # fmt: skip
