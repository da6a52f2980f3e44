"""From records back to the notation, with the text at hand: to read marks, or to mend them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from corpus.marking.chains import Cast
from corpus.marking.compile import Row
from corpus.marking.errors import MarkError
from corpus.marking.spans import locate
from corpus.marking.texts import Document
from corpus.marking.values import presented

_SHORT = {"actor": "a", "recipient": "r", None: ""}
#: signs that the notation gives a meaning: words that hold one are written without their middle
_SIGNS = re.compile(r"[;|{}]|, | [>:+]|[#@]\d+$|=[a-z][\w#-]*$|/[A-Z.-]+!?$|…|\.\.\.")


class Notation:
    """The marks of one document as a marker would write them."""

    def __init__(self, rows: Sequence[Row], document: Document) -> None:
        self.rows, self.document = rows, document
        self.chains = {row["id"]: row for row in rows if row["record"] == "chain"}
        self.cast = Cast()
        for name, row in self.chains.items():
            self.cast.at |= {(one["start"], one["end"]): name for one in row["mentions"]}
        self.sentence = 0

    def lines(self) -> Iterator[str]:
        """Yield the lines of the `.marks` file. Raises MarkError for a span without words."""
        head = self.rows[0]
        yield f"doc {head['source']} {head['id']}" + (
            f" marker={head['marker']}" * bool(head["marker"])
        )
        yield from (f"k {self._head(row)} {row['name'] or '-'}" for row in self.chains.values())
        for row in self.rows:
            if row["record"] != "sentence":
                continue
            self.sentence = row["number"]
            yield f"{row['number']}{' -' * row['empty']}"
            yield from (self._claim(one) for one in self._here("claim"))
            yield from self._verbs()
            yield from self._mentions()

    def _here(self, record: str) -> list[Row]:
        return [r for r in self.rows if r["record"] == record and r["sentence"] == self.sentence]

    def _words(self, start: int, end: int) -> str:
        """Return words that are found again at these offsets, the plainest first."""
        number = next(
            n for n, (a, b) in enumerate(self.document.sentences, 1) if a <= start and end <= b
        )
        there = f"@{number}" if number != self.sentence else ""
        words = " ".join(self.document.text[start:end].split())
        parts = words.split()
        tries = [f"{words}{nth}{there}" for nth in ("", *(f"#{n}" for n in range(1, 30)))]
        tries = [] if _SIGNS.search(words) else tries
        for size in range(1, len(parts)):
            for last in range(1, len(parts) - size + 1):
                ends = f"{' '.join(parts[:size]).rstrip(',;')} … {' '.join(parts[-last:])}"
                tries += [] if _SIGNS.search(ends.replace("…", "")) else [f"{ends}{there}"]
        for text in tries:
            with suppress(MarkError):
                if locate(text, self.document, self.sentence) == (start, end):
                    return text
        raise MarkError(f"no words for {words!r} in sentence {number}")

    def _head(self, row: Row) -> str:
        members = f"({','.join(row['members'])})" if row["members"] else ""
        return f"{row['id']}={row['kind']}{_code(row['country'], row['sector'])}{members}"

    def _mentions(self) -> Iterator[str]:
        groups = []
        for name, row in self.chains.items():
            here = [m for m in row["mentions"] if m["sentence"] == self.sentence]
            words = ", ".join(self._words(m["start"], m["end"]) for m in here)
            groups += [f"{name} {words}"] if here else []
        if groups:
            yield f"m {'; '.join(groups)}"

    def _verbs(self) -> Iterator[str]:
        verbs = self._here("verb")
        groups = []
        for number in sorted({row["number"] for row in verbs}, reverse=True):
            words = [self._words(r["start"], r["end"]) for r in verbs if r["number"] == number]
            groups.append(" ".join([str(number), *(word.replace(" ", "_") for word in words)]))
        if groups:
            yield f"v {'; '.join(groups)}"

    def _claim(self, row: Row) -> str:
        spans = " + ".join(self._words(*at) for at in (row["trigger"], *row["also"]))
        parts = [f"{row['id']} {spans}", _value(row)]
        fields = {
            "a": [self._party(one) for one in row["actors"]],
            "r": [self._party(one) for one in row["recipients"]],
            "g": [self._good(one) for one in row["goods"]],
            "t": [self._time(row["time"])] if row["time"] else [],
            "p": [self._party(row["place"])] if row["place"] else [],
            "v": [self._voice(one) for one in row["voices"]],
            "w": [self._words(*row["content"])] if row["content"] else [],
            "l": [f"{one['relation']} {one['claim']}" for one in row["links"]],
            "d": [f"{one['field']} {one['value']}: {one['reason']}" for one in row["doubt"]],
        }
        return " | ".join(
            parts + [f"{key} {'; '.join(many)}" for key, many in fields.items() if many]
        )

    def _party(self, row: Row) -> str:
        text, chain = self._words(row["start"], row["end"]), row["chain"]
        known = self.chains[chain] if chain else {"country": None, "sector": None}
        if chain and self.cast.chain_at((row["start"], row["end"]), self.document) != chain:
            text += f"={chain}"
        pairs = [(row[key], known[key]) for key in ("country", "sector") if key in row]
        if chain is None or any(new != old for new, old in pairs):
            text += _code(*(new or ("-" if old else None) for new, old in pairs)) or "/-"
        return text + "!" * bool(chain is None and row.get("person"))

    def _voice(self, row: Row) -> str:
        source = "-"
        if row["start"] is not None:
            source = ("+" if row["named"] else "-") + self._party(row)
        cue = self._words(row["cue_start"], row["cue_end"]) if row["cue_start"] is not None else "-"
        said = " + ".join(self._words(*at) for at in row["content"])
        return " > ".join([source, cue, *([said] if said else [])])

    def _good(self, row: Row) -> str:
        low, high = row["quantity"], row["upper"]
        amount = "~" * row["approximate"] + _amount(low) + (f"-{_amount(high)}" if high else "")
        sides = f"{_SHORT[row['giver']]}>{_SHORT[row['receiver']]}"
        price = row["price"]
        tokens = [
            amount,
            (row["unit"] or "").replace(" ", "_"),
            sides if sides != ">" else "",
            f"price={_amount(price['amount'])}{price['currency']}" if price else "",
        ]
        words = self._words(row["start"], row["end"])
        return " ".join([words, f":{row['category']}", *filter(None, tokens)])

    def _time(self, row: Row) -> str:
        start, end = row["start"], row["end"]
        value = start if start and start == end else f"{start or ''}..{end or ''}"
        vague = " ~" if row["vague"] and (start or end) else ""
        words = self._words(row["text_start"], row["text_end"])
        return f"{words} {value if start or end else '?'}{vague} {row['basis']}"


def _code(country: str | None = None, sector: str | None = None) -> str:
    return f"/{country or ''}{f'.{sector}' if sector else ''}" if country or sector else ""


def _amount(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")


def _value(row: dict[str, Any]) -> str:
    kind = "" if row["kind"] == "event" else row["kind"]
    act = f"{row['type'] or ''}{'.' + row['mode'] if row['mode'] else ''}"
    status = row["status"]
    for text in (status, f"{status}:{row['factuality']}"):
        with suppress(MarkError):
            if presented(text)[1:] == (row["factuality"], row["number"]):
                return " ".join(filter(None, (kind, act, text)))
    return " ".join(filter(None, (kind, act, f"{status}:{row['factuality']}:{row['number']}")))
