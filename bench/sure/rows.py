"""What readers accepted of the coder's claims: on the open marked news, and on judged sheets.

A judged claim counts where the coder still makes it, of the same type at the same word.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import texts
from bench.marks.documents import read
from bench.marks.pairs import paired
from reportedly.coding.claims.assemble import with_drafts
from reportedly.coding.claims.confidence import facts
from reportedly.coding.coder import Coder, bare_article
from reportedly.coding.pipeline import analyses, setting_of
from reportedly.records import Article, Claim

SHEETS = Path(__file__).resolve().parents[2] / "docs" / "judgements"
STORIES = Path("benchmarks/ecb/dev.jsonl")
#: the fact that tells marked claims from judged ones, which were drawn from unread articles
MARKED = "marked"

Facts = frozenset[str]
#: (article, where the trigger starts, type or kind)
Key = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One claim of the coder. accepted: a reader held it for real and of the right type."""

    facts: Facts
    accepted: bool
    article: str


def marked_rows(coder: Coder, shared: Path, fold: str = "open") -> Iterator[Row]:
    """Yield the claims of the marked documents of a fold."""
    documents, _ = read(shared)
    for one in documents:
        if one.fold != fold:
            continue
        article = texts.dated(bare_article(one.text.text), one.text.published)
        made = list(claims_with_facts(coder, article))
        found = paired(one, [claim for claim, _ in made])
        right = {claim.id for row, claim in found.pairs if row["type"] == claim.type}
        for claim, known in made:
            yield Row(known | {MARKED}, claim.id in right, one.text.id)


def judged_rows(coder: Coder, shared: Path, sheets: Path = SHEETS) -> Iterator[Row]:
    """Yield the claims of the judged sheets that are still made; no text, no row."""
    judged = _sheets(sheets)
    for name, text, published in _judged_texts(shared, judged):
        article = texts.dated(bare_article(text), published)
        for claim, known in claims_with_facts(coder, article):
            accepted = judged[name].get((name, claim.trigger.start, str(claim.type or claim.kind)))
            if accepted is not None:
                yield Row(known, accepted, name)


def claims_with_facts(coder: Coder, article: Article) -> Iterator[tuple[Claim, Facts]]:
    """Yield every claim of the article, those too unsure included, with its facts."""
    analysed = list(analyses(article, coder.tools))
    setting = setting_of(article, analysed, coder.tools)
    for one in analysed:
        for draft, claim in with_drafts(one, setting):
            yield claim, frozenset(facts(claim, draft, one, setting.about))


def _sheets(folder: Path) -> dict[str, dict[Key, bool]]:
    """Return what readers accepted, by article."""
    found: dict[str, dict[Key, bool]] = {}
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                if "trigger_start" not in row:  # an early sheet: it does not say where
                    break
                key = (row["article"], int(row["trigger_start"]), row["coded_type"])
                accepted = row["real"] == "1" and row["type"] == "1"
                found.setdefault(row["article"], {})[key] = accepted
    return found


def _judged_texts(shared: Path, names: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Yield (name, text, day or "") of the articles that sheets speak of and that are here."""
    reports = texts.reports(shared / texts.REPORTS)
    for one in [*reports.values(), *texts.elections(shared / texts.POLNEAR).values()]:
        name = one.name.rpartition("/")[2]
        if name in names:
            yield name, one.text, one.published
    for row in _lines(shared / STORIES):
        if row["id"] in names:
            yield str(row["id"]), str(row["text"]), ""


def _lines(path: Path) -> Sequence[Mapping[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
