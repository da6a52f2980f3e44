"""PolNeAR: every source, cue and content of whole news articles, against marked ones.

An article that several people marked is scored against the first of them, by the name of
the file. Found attributions are paired with marked ones by their cues, one to one, the
closest first; every part is then judged within its pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import Pair, Tally, overlap
from bench.outcome import Figure, Outcome, digest, missing, progress, sampled
from reportedly.coding.coder import Coder, bare_article
from reportedly.records import Attribution

FOLDER = Path("benchmarks/polnear")
PARTS = ("source", "cue", "content")
_ROLE = re.compile(r"(Source|Cue|Content)\d*$")


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution: the stretches of each part; () for a part that is not there."""

    source: tuple[Pair, ...] = ()
    cue: tuple[Pair, ...] = ()
    content: tuple[Pair, ...] = ()

    def part(self, name: str) -> tuple[Pair, ...]:
        """Return the stretches of source, cue or content."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked article."""

    name: str
    text: str
    said: tuple[Said, ...]


def parse(lines: Iterable[str]) -> tuple[Said, ...]:
    """Return the attributions of a BRAT file, in text order of their first character.

    T lines hold stretches ("T9 Content 315 448;463 553"), E lines join them.
    """
    spans: dict[str, tuple[Pair, ...]] = {}
    events: list[str] = []
    for line in lines:
        fields = line.rstrip("\n").split("\t")
        if line.startswith("T") and len(fields) > 2:
            _, _, places = fields[1].partition(" ")
            ends = (place.split() for place in places.split(";"))
            spans[fields[0]] = tuple((int(start), int(end)) for start, end in ends)
        elif line.startswith("E") and len(fields) > 1:
            events.append(fields[1])
    found = [_joined(event, spans) for event in events]
    return tuple(sorted(found, key=lambda s: s.cue or s.content or s.source or ((0, 0),)))


def _joined(event: str, spans: dict[str, tuple[Pair, ...]]) -> Said:
    parts: dict[str, list[Pair]] = {name: [] for name in PARTS}
    for field in event.split():
        role, _, key = field.partition(":")
        known = _ROLE.match(role)
        if known and key in spans:
            parts[known[1].lower()] += spans[key]
    return Said(**{name: tuple(sorted(pairs)) for name, pairs in parts.items()})


def of_coder(attribution: Attribution) -> Said:
    """Return the coder's attribution in the same shape."""
    source, cue = attribution.source, attribution.cue
    return Said(
        source=((source.start, source.end),) if source else (),
        cue=((cue.start, cue.end),) if cue else (),
        content=tuple((span.start, span.end) for span in attribution.content),
    )


def matched(gold: Sequence[Said], found: Sequence[Said]) -> list[tuple[int, int]]:
    """Return pairs (gold index, found index), one to one, the closest cues first.

    Attributions without a cue on both sides are paired by content.
    """
    near = []
    for g, one in enumerate(gold):
        for f, other in enumerate(found):
            cue = overlap(one.cue, other.cue)
            content = overlap(one.content, other.content)
            if cue or (content and not one.cue and not other.cue):
                near.append((-cue, -content, g, f))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, g, f in sorted(near):
        if g not in pairs and f not in taken:
            pairs[g] = f
            taken.add(f)
    return sorted(pairs.items())


def tally(gold: Sequence[Said], found: Sequence[Said]) -> dict[tuple[str, str], Tally]:
    """Return a tally per (part or "whole", "exact" or "overlap").

    The whole is right when every part is, and a part that neither has counts as right.
    """
    counts: dict[tuple[str, str], Tally] = {}
    pairs = [(gold[g], found[f]) for g, f in matched(gold, found)]
    for how in ("exact", "overlap"):
        for part in PARTS:
            right = sum(bool(g.part(part)) and _same(g, f, part, how) for g, f in pairs)
            wanted = sum(bool(g.part(part)) for g in gold)
            given = sum(bool(f.part(part)) for f in found)
            counts[part, how] = Tally(right, given, wanted)
        whole = sum(all(_same(g, f, part, how) for part in PARTS) for g, f in pairs)
        counts["whole", how] = Tally(whole, len(found), len(gold))
    return counts


def _same(gold: Said, found: Said, part: str, how: str) -> bool:
    one, other = gold.part(part), found.part(part)
    if not one or not other:
        return not one and not other
    return one == other if how == "exact" else overlap(one, other) > 0


def names_of(folder: Path) -> dict[str, Path]:
    """Return the first marking of every article of a part, by the article's name."""
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rpartition("_")[0], path)
    return {
        name: path for name, path in first.items() if (folder / "text" / f"{name}.txt").exists()
    }


def read(folder: Path, limit: int) -> list[Marked]:
    """Return limit articles of a part, the same ones each time; 0 reads all."""
    files = names_of(folder)
    articles = []
    for name in sampled(files, limit):
        raw = (folder / "text" / f"{name}.txt").read_bytes()  # offsets count carriage returns
        lines = files[name].read_bytes().decode("utf-8").split("\n")
        articles.append(Marked(name, raw.decode("utf-8"), parse(lines)))
    return articles


def figures(part: str, counts: dict[tuple[str, str], Tally], articles: int) -> list[Figure]:
    """Return F1, precision and recall of each thing that is judged."""
    made = []
    for (what, how), t in counts.items():
        name = f"{part} {what} {how}"
        of = f"{'attributions' if what == 'whole' else what + 's'} in {articles} articles"
        made.append(Figure(name=f"{name} F1", value=t.f1, count=t.wanted, of=f"gold {of}"))
        if how == "overlap":
            for side, value, n in (("P", t.precision, t.given), ("R", t.recall, t.wanted)):
                told = Figure(
                    name=f"{name} {side}", value=value, count=n, guard="informative",
                    of=("found " if side == "P" else "gold ") + of,
                )  # fmt: skip
                made.append(told)
    return made


def misses(article: Marked, found: Sequence[Said]) -> list[dict[str, Any]]:
    """Return what was not found, what was found too much, and what came out differently."""
    pairs = dict(matched(article.said, found))
    rows = [_row(article, "missed", g, None) for i, g in enumerate(article.said) if i not in pairs]
    taken = set(pairs.values())
    rows += [_row(article, "extra", None, f) for i, f in enumerate(found) if i not in taken]
    for g, f in pairs.items():
        gold, ours = article.said[g], found[f]
        wrong = [part for part in PARTS if not _same(gold, ours, part, "exact")]
        far = [part for part in PARTS if not _same(gold, ours, part, "overlap")]
        if wrong:
            what = "other " + " ".join(far) if far else "edges of " + " ".join(wrong)
            rows.append(_row(article, what, gold, ours))
    return rows


def _row(article: Marked, what: str, gold: Said | None, ours: Said | None) -> dict[str, Any]:
    row: dict[str, Any] = {"what": what, "article": article.name}
    for side, said in (("gold", gold), ("found", ours)):
        for part in PARTS:
            pairs = said.part(part) if said else ()
            row[f"{side} {part}"] = " … ".join(article.text[a:b] for a, b in pairs)
    held = gold or ours
    at = min((a for part in PARTS for a, _ in held.part(part)), default=0) if held else 0
    row["text"] = article.text[max(0, at - 60) : at + 300].replace("\n", " ")
    return row


def run(coder: Coder, shared_folder: Path, limit: int) -> Outcome:
    """Score the coder on train and dev, limit articles of each (0: all)."""
    if not (shared_folder / FOLDER).is_dir():
        return missing("polnear", f"no {FOLDER}")
    made: list[Figure] = []
    rows: list[dict[str, Any]] = []
    seen: list[str] = []
    for part in ("train", "dev"):
        articles = read(shared_folder / FOLDER / part, limit)
        total: dict[tuple[str, str], Tally] = {}
        for at, article in enumerate(articles, 1):
            found = [of_coder(a) for a in coder.attributions(bare_article(article.text))]
            for key, counted in tally(article.said, found).items():
                total[key] = total.get(key, Tally()) + counted
            rows += [{"part": part, **row} for row in misses(article, found)]
            progress(f"polnear {part}", at, len(articles), step=5)
        made += figures(part, total, len(articles))
        seen += [article.text for article in articles]
    sample = f"{limit} articles a part at most" if limit else "all"
    return Outcome(
        scorer="polnear", figures=tuple(made), corpus=digest(seen), sample=sample,
        lists={"polnear-misses": rows},
    )  # fmt: skip
