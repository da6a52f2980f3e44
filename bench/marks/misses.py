"""What went wrong, to be read: of the open fold alone. The rows hold words of the texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from corpus.marking.compile import Row

from bench.marks.across import who_rows
from bench.marks.documents import Marked
from bench.marks.fields import judged
from bench.marks.pairs import Pairing
from reportedly.records import Claim

Lists = dict[str, list[dict[str, Any]]]
#: a verb is listed when its number is off by more than this
OFF = 1.5


def misses(document: Marked, pairing: Pairing, numbers: Iterable[float | None]) -> Lists:
    """Return the document's lists by name; all empty for a closed document."""
    lists: Lists = {"news-missed": [], "news-extra": [], "news-fields": [], "news-who": [],
                    "news-verbs": []}  # fmt: skip
    if document.fold != "open":
        return lists
    for row in pairing.missed:
        lists["news-missed"].append(
            {**_where(document, row["sentence"]), "wanted": _marked(row, document)}
            | _text(document, row["sentence"])
        )
    for claim in pairing.extra:
        number = document.sentence_at(claim.trigger.start)
        lists["news-extra"].append(
            {**_where(document, number), "found": _coded(claim)} | _text(document, number)
        )
    for row, claim in pairing.pairs:
        wrong = [name for name, right in judged(row, claim, document).items() if right is False]
        if wrong:
            lists["news-fields"].append(_field_row(wrong, row, claim, document))
    name = f"{document.text.source} {document.text.id}"
    lists["news-who"] = [{"document": name, **one} for one in who_rows(document, pairing)]
    lists["news-verbs"] = _verbs(document, numbers)
    return lists


def _field_row(wrong: list[str], row: Row, claim: Claim, document: Marked) -> dict[str, Any]:
    names = ", ".join(name for name in wrong if name != "every field")
    return {
        **_where(document, row["sentence"]),
        "wrong": names,
        "wanted": _marked(row, document),
        "found": _coded(claim),
        **_text(document, row["sentence"]),
    }


def _verbs(document: Marked, numbers: Iterable[float | None]) -> list[dict[str, Any]]:
    found = []
    for ((start, end), wanted), number in zip(document.verbs, numbers, strict=True):
        if abs((number or 0.0) - wanted) > OFF:
            at = document.sentence_at(start)
            verb = {"verb": document.text.text[start:end], "wanted": wanted, "found": number}
            found.append({**_where(document, at), **verb, **_text(document, at)})
    return found


def _where(document: Marked, number: int) -> dict[str, Any]:
    return {"document": f"{document.text.source} {document.text.id}", "sentence": number}


def _text(document: Marked, number: int) -> dict[str, Any]:
    return {"text": document.sentence(number)}


def _marked(row: Row, document: Marked) -> str:
    text = document.text.text

    def words(parties: Iterable[Row]) -> str:
        return ", ".join(
            f"{text[p['start'] : p['end']]}={p['country'] or ''}" if p["start"] is not None else "-"
            for p in parties
        )

    start, end = row["trigger"]
    goods = ", ".join(f"{g['category']} {g['quantity'] or ''}" for g in row["goods"])
    time = row["time"] and f"{row['time']['start'] or ''}..{row['time']['end'] or ''}"
    place = row["place"] and row["place"]["name"]
    return _line(
        f"{row['type'] or row['kind']}.{row['mode'] or ''} {row['status']} {row['factuality']}",
        text[start:end], words(row["actors"]), words(row["recipients"]),
        goods, time, place, words(row["voices"]),
    )  # fmt: skip


def _coded(claim: Claim) -> str:
    goods = ", ".join(f"{g.category} {g.quantity or ''}" for g in claim.goods)
    time = f"{claim.time.start or ''}..{claim.time.end or ''}" if claim.time else None
    line = _line(
        f"{claim.type or claim.kind}.{claim.mode or ''} {claim.status} {claim.factuality}",
        claim.trigger.text,
        ", ".join(f"{p.text}={p.country or ''}" for p in claim.actors),
        ", ".join(f"{p.text}={p.country or ''}" for p in claim.recipients),
        goods, time, claim.place.name if claim.place else None,
        ", ".join(f"{v.text or '-'}={v.country or ''}" for v in claim.voices),
    )  # fmt: skip
    return f"{line} {' '.join(claim.rules[:1])}"


def _line(head: str, trigger: str, *rest: str | None) -> str:
    actors, recipients, *others = rest
    named = zip(("g", "t", "p", "v"), others, strict=True)
    more = " ".join(f"{name}: {value}" for name, value in named if value)
    return " ".join(f"{head} [{trigger}] {actors} → {recipients} {more}".split())
