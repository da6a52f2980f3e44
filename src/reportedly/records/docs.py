"""docs/records.md, made from the records: `python -m reportedly.records.docs [FILE]`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import get_type_hints

from msgspec import Struct

from reportedly.records import terms
from reportedly.records.schema import RECORDS, notes, summary

HEAD = """# Records

What `reportedly code PATH --format jsonl` prints: one claim a line; with `--articles`, the \
article first.
This page is made from the code by `python -m reportedly.records.docs docs/records.md`; the JSON
Schema comes from `reportedly schema`. Offsets count Unicode code points of `article.text`, end
excluded: `article.text[start:end]` gives a span's text back. Unknown is `null`, nobody and
nothing is an empty list.
"""
_TERMS: tuple[type[StrEnum], ...] = (
    *(terms.ClaimKind, terms.Status, terms.Factuality, terms.SectionKind, terms.Relation),
    *(terms.Side, terms.Grain, terms.Basis, terms.DateBasis, terms.Verdict),
    *(terms.Stage, terms.StepBasis, terms.MentionForm, terms.EntityKind),
)


def page() -> str:
    """Return the whole page, ending in a line break."""
    parts = [HEAD, *(_record(record) for record in RECORDS), "## Closed lists\n"]
    parts += [_terms(term) for term in _TERMS]
    return "\n".join(parts).rstrip() + "\n"


def _record(record: type[Struct]) -> str:
    told = notes(record)
    hints = get_type_hints(record)
    rows = [
        f"| `{name}` | {_shown(hints[name])} | {told.get(name, '').replace('|', '/')} |"
        for name in record.__struct_fields__
    ]
    head = f"## {record.__name__}\n{summary(record)}\n\n| field | type | meaning |\n|---|---|---|"
    return "\n".join([head, *rows, ""])


def _terms(term: type[StrEnum]) -> str:
    words = " · ".join(f"`{member.value}`" for member in term)
    return f"### {term.__name__}\n{(term.__doc__ or '').strip()}\n\n{words}\n"


def _shown(hint: object) -> str:
    """Return a type as a reader of JSON knows it."""
    text = str(getattr(hint, "__name__", hint)) if isinstance(hint, type) else str(hint)
    for old in (
        "reportedly.records.",
        "terms.",
        "spans.",
        "article.",
        "claim.",
        "event.",
        "typing.",
    ):
        text = text.replace(old, "")
    text = text.replace("tuple[", "list of ").replace(", ...]", "").replace(" | None", " or null")
    text = text.split("Annotated[")[-1].split(",")[0] if "Annotated[" in text else text
    return {"str": "string", "int": "integer", "float": "number", "bool": "true or false"}.get(
        text, text.replace("str", "string").replace("int", "integer").replace("float", "number")
    )


def written(text: str, arguments: Sequence[str]) -> int:
    """Write a page to the file named, else to standard output; return the exit status."""
    if arguments:
        Path(arguments[0]).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(written(page(), sys.argv[1:]))
