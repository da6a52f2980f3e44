"""`python -m corpus [check|export|measure|train] [--folds 0123] [FILE …]`

check    says what is wrong, line by line, and counts types, statuses, voices and triggers
export   prints one JSON object a sentence: key, text, claims with offsets in code points
measure  codes the sentences and prints the share of right fields; misses on standard error
train    trains the semantic fallback and writes its weights; needs scikit-learn
news     marks on real news: list, show, compile, check, agree
--folds  only the sentences of these folds, 0 … 4
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from corpus.marking import cli as news
from corpus.markup import Line, MarkupError, parse
from corpus.measure import FOLDS, Measure, fold, measure
from corpus.train import train
from reportedly.coding.coder import load

SENTENCES = Path(__file__).parent / "sentences"


def lines(paths: Sequence[Path]) -> tuple[list[Line], list[str]]:
    """Return the sentences of the files, and a message for each line that cannot be read."""
    found: list[Line] = []
    wrong: list[str] = []
    seen: dict[str, str] = {}
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                one = parse(line, f"{path.stem}:{number}")
            except MarkupError as problem:
                wrong.append(str(problem))
                continue
            if one.text in seen:
                wrong.append(f"{one.key}: the same sentence as {seen[one.text]}")
            seen[one.text] = one.key
            found.append(one)
    return found, wrong


def counts(found: Sequence[Line]) -> dict[str, Counter[str]]:
    """Return what the corpus holds: claims by type, mode, status, voice, and their triggers."""
    claims = [(line, claim) for line in found for claim in line.claims]
    return {
        "type": Counter(c.type or str(c.kind) for _, c in claims),
        "mode": Counter(f"{c.type}.{c.mode}" for _, c in claims if c.mode),
        "status": Counter(str(c.status) for _, c in claims),
        "voiced": Counter("voice" if "voices" in c.mentions else "none" for _, c in claims),
        "trigger": Counter(
            line.text[c.mentions["trigger"][0].start : c.mentions["trigger"][0].end].lower()
            for line, c in claims
        ),
    }


def report(result: Measure) -> None:
    """Print the share of right fields, and the misses on standard error."""
    for name in sorted({key.rpartition(" ")[0] for key in result.counts}):
        right, every = result.counts[f"{name} right"], result.counts[f"{name} all"]
        print(f"{name:12} {right:5}/{every:<5} {result.share(name):.3f}")
    for miss in result.misses:
        print(miss, file=sys.stderr)


def main(arguments: Sequence[str]) -> int:
    """Run check or export; returns 1 when a line cannot be read, 2 on wrong usage."""
    verb, *rest = arguments or [""]
    if verb == "news":
        return news.main(rest)
    if verb not in {"check", "export", "measure", "train"}:
        print(__doc__, file=sys.stderr)
        return 2
    folds = "".join(map(str, range(FOLDS)))
    if rest[:1] == ["--folds"]:
        folds, rest = rest[1], rest[2:]
    found, wrong = lines([Path(name) for name in rest] or sorted(SENTENCES.glob("*.txt")))
    found = [line for line in found if str(fold(line)) in folds]
    for message in wrong:
        print(message, file=sys.stderr)
    if verb == "measure":
        report(measure(load(), found))
        return bool(wrong)
    if verb == "train":
        print(train(load(), found))
        return bool(wrong)
    if verb == "export":
        for line in found:
            print(json.dumps(asdict(line), ensure_ascii=False))
        return bool(wrong)
    claims = sum(len(line.claims) for line in found)
    empty = sum(not line.claims for line in found)
    print(f"{len(found)} sentences, {claims} claims, {empty} without an event")
    for name, table in counts(found).items():
        print(f"{name}: " + ", ".join(f"{key} {n}" for key, n in table.most_common(60)))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
