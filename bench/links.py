"""`python -m bench.links`: pairs of claims to be judged by hand, one occurrence or not.

From articles of which no pair has been judged yet. Of each event with several claims one pair is
drawn, half of them within an article and half across two; near misses are pairs that are compared
and not joined, seven in ten of them `unsure`. The sheet is shuffled and does not say which are
which; the key does.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import msgspec

from bench import texts
from reportedly.coding.coder import bare_article
from reportedly.linking.link import link, scored
from reportedly.linking.points import points
from reportedly.linking.tellings import Telling, account_of, tellings_of
from reportedly.linking.words import likeness
from reportedly.records import Article, Claim, article_id

SHEETS = Path("docs/judgements")
#: of ten near misses so many are unsure; the others score below that, but not by more than `_FAR`
_UNSURE, _FAR = 0.7, 2.6
#: two sentences so alike are one text, printed twice
_COPY = 0.9
Coded = Mapping[str, tuple[Article, Sequence[Claim]]]


class Drawn(NamedTuple):
    """A pair, with the score of its two claims in hundredths, and the event that holds both."""

    one: Telling
    other: Telling
    score: int
    event: str | None

    @property
    def across(self) -> bool:
        """Tell whether the two are of two articles."""
        return self.one.account.id != self.other.account.id


def judged(folder: Path) -> set[str]:
    """Return the names of articles of which some pair is judged."""
    found = set[str]()
    for path in sorted(folder.glob("links*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                found |= {row[side].removesuffix(".txt") for side in ("one", "other")}
    return found


def unread(shared: Path, known: set[str]) -> Iterator[tuple[str, Article]]:
    """Yield the dated articles of which no pair is judged: reports, and PolNeAR's."""
    found = texts.reports(shared / texts.REPORTS)
    for name, text in texts.elections(shared / texts.POLNEAR).items():
        stem = name.rpartition("/")[2]
        day = re.search(r"_(\d{4}-\d\d-\d\d)_", stem)
        found[stem] = text._replace(published=day[1] if day else "")
    for name, text in sorted(found.items()):
        if name not in known:
            article = texts.dated(bare_article(text.text), text.published)
            yield name, msgspec.structs.replace(article, id=article_id(text.text, name))


def pairs(coded: Coded) -> list[Drawn]:
    """Return every pair that is compared, and those of events that are not."""
    items = list(coded.values())
    tellings = sorted(
        (t for article, claims in items for t in tellings_of(account_of(article), article, claims)),
        key=lambda telling: telling.order,
    )
    event = {claim: one.id for one in link(items) for claim in one.claims}
    found = []
    for (one, other), score in sorted(scored(tellings).items()):
        a, b = tellings[one], tellings[other]
        both = event[a.claim.id] if event[a.claim.id] == event[b.claim.id] else None
        found.append(Drawn(a, b, score.hundredths, both))
    return found


def drawn(every: Sequence[Drawn], linked: int, misses: int, draw: Random) -> list[Drawn]:
    """Return the pairs of a sheet, shuffled."""
    unsure = round(points().unsure * 100)
    near = [pair for pair in every if not pair.event and unsure < pair.score < 0]
    far = [
        pair
        for pair in every
        if not pair.event and unsure - round(_FAR * 100) < pair.score <= unsure
    ]
    many = round(_UNSURE * misses)
    found = [
        *_halves(_one_an_event(every, draw), linked, draw),
        *_halves(near, many, draw),
        *_halves(far, misses - many, draw),
    ]
    draw.shuffle(found)
    return found


def _one_an_event(every: Iterable[Drawn], draw: Random) -> list[Drawn]:
    """Return one pair of each event, one across two articles where it has such."""
    of_event: dict[str, list[Drawn]] = {}
    for pair in every:
        if pair.event:
            of_event.setdefault(pair.event, []).append(pair)
    return [
        draw.choice([pair for pair in group if pair.across] or group) for group in of_event.values()
    ]


def _halves(found: Sequence[Drawn], number: int, draw: Random) -> list[Drawn]:
    """Return so many, half of them within an article and half across, as far as there are any."""
    within, across = ([p for p in found if p.across is way] for way in (False, True))
    few = min(len(within), max(number // 2, number - len(across)))
    return draw.sample(within, few) + draw.sample(across, min(len(across), number - few))


def sheet(found: Sequence[Drawn], names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield a row a pair for whoever judges: both sentences, the act in brackets, the days."""
    for number, pair in enumerate(found, 1):
        yield {"n": number} | {
            side: {
                "article": names[telling.account.id],
                "published": str(telling.account.day or ""),
                "act": telling.claim.trigger.text,
                "sentence": _marked(telling.claim),
            }
            for side, telling in (("one", pair.one), ("other", pair.other))
        }


def _marked(claim: Claim) -> str:
    start = claim.trigger.start - claim.sentence.start
    text, end = claim.sentence.text, start + len(claim.trigger.text)
    return f"{text[:start]}[{text[start:end]}]{text[end:]}"


def key(found: Sequence[Drawn], names: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield a row a pair with what the sheet does not say, as links1.tsv has it."""
    for number, pair in enumerate(found, 1):
        places = [
            str(value)
            for t in (pair.one, pair.other)
            for value in (names[t.account.id], t.claim.trigger.start, t.claim.trigger.end)
        ]
        twice = pair.across and likeness(pair.one.told, pair.other.told) >= _COPY
        kind = "linked" if pair.event else "miss"
        yield [str(number), kind, f"{pair.score / 100:.2f}", *places, "yes" if twice else "no"]


def write(coded: Coded, out: Path, linked: int, misses: int, seed: int) -> str:
    """Write sheet and key, and return how many pairs there were to draw from."""
    every = pairs(coded)
    names = {article.id: name for name, (article, _) in coded.items()}
    found = drawn(every, linked, misses, Random(seed))
    lines = [json.dumps(row, ensure_ascii=False) for row in sheet(found, names)]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    heads = "n kind points one one_start one_end other other_start other_end printed_twice".split()
    rows = ["\t".join(row) for row in [heads, *key(found, names)]]
    out.with_suffix(".key.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    joined = sum(pair.event is not None for pair in every)
    counts = f"{len(every)} pairs compared, {joined} joined, {len(found)} drawn"
    return f"{len(coded)} articles, {counts}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Code the articles, draw, and write the sheet and its key beside it."""
    import reportedly

    made = argparse.ArgumentParser(prog="python -m bench.links", description=__doc__)
    made.add_argument("out", type=Path)
    made.add_argument("--shared", type=Path, required=True)
    made.add_argument("--linked", type=int, default=60)
    made.add_argument("--misses", type=int, default=60)
    made.add_argument("--seed", type=int, default=3)
    given = made.parse_args(arguments)
    coder = reportedly.load()
    items = unread(given.shared, judged(SHEETS))
    coded = {name: (article, coder.code(article)) for name, article in items}
    print(write(coded, given.out, given.linked, given.misses, given.seed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
