"""A comparison as text for a reader, and as JSON for a program.

Differences in closed texts, which are only ever scored, are counted and never shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Set
from typing import Any

from bench.compare.differences import Comparison, Difference, Row

#: characters of a sentence, and of a value
SENTENCE, VALUE = 240, 200


def text(found: Comparison, closed: Set[str], examples: int) -> str:
    """Return the counts, then each kind with up to so many examples."""
    lines = [
        f"{found.texts:,} texts: {found.before:,} claims before, {found.after:,} after, "
        f"{found.same:,} the same; {len(found.differences):,} differences"
    ]
    hidden = sum(one.text in closed for one in found.differences)
    if hidden:
        lines.append(f"{hidden:,} of them in closed texts, which are counted and not shown")
    for kind, count in found.kinds:
        lines += ["", f"{count:6,}  {kind}"]
        shown = [one for one in found.differences if one.kind == kind and one.text not in closed]
        for one in shown[:examples]:
            lines += example(one)
    return "\n".join(lines) + "\n"


def example(one: Difference) -> Iterator[str]:
    """Yield the lines of one difference: where it stands, what was there, what is there now."""
    claim = one.after or one.before or {}
    words = claim.get("trigger", {}).get("text", "")
    sentence = " ".join(claim.get("sentence", {}).get("text", "").split())
    yield f"        {one.text} | {words} | {_cut(sentence, SENTENCE)}".rstrip(" |")
    if one.fields:
        for field in one.fields:
            before, after = (_value(row or {}, field) for row in (one.before, one.after))
            yield f"            {field}: {before} → {after}"
    elif one.kind == "problem":
        yield f"            {_value(one.before or {}, 'problem')} → {_value(claim, 'problem')}"
    elif claim:
        yield f"            {_summary(claim)}"


def _summary(claim: Row) -> str:
    """Return what a claim that only one version has says, in a line."""
    parties = (
        ", ".join(party["name"] for party in claim.get(side, ())) or "–"
        for side in ("actors", "recipients")
    )
    label = [claim.get(field) for field in ("kind", "type", "mode", "status")]
    return f"{' '.join(filter(None, label))}: {' → '.join(parties)}"


def _value(claim: Row, path: str) -> str:
    """Return the field's value as JSON; of a list of parts, each part's. Words get offsets."""
    field, _, inner = path.partition(".")
    value = claim.get(field)
    if inner and isinstance(value, list):
        value = [_inner(part, inner) for part in value]
    elif inner:
        value = _inner(value, inner)
    return _cut(json.dumps(value, ensure_ascii=False), VALUE)


def _inner(part: Any, name: str) -> Any:
    value = part.get(name) if isinstance(part, dict) else None
    at = {"text": "start", "cue": "cue_start"}.get(name, "")
    if at and isinstance(part, dict):
        start = part.get("text_start", part.get(at))
        return value if value is None else f"{value} @{start}"
    return value


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 1] + "…"


def as_json(found: Comparison, closed: Set[str]) -> str:
    """Return the counts, the kinds and every difference that may be shown, as JSON."""
    rows = [
        {"text": one.text, "kind": one.kind, "fields": one.fields, "before": one.before,
         "after": one.after}
        for one in found.differences if one.text not in closed
    ]  # fmt: skip
    whole = {
        "texts": found.texts, "before": found.before, "after": found.after, "same": found.same,
        "closed": len(found.differences) - len(rows), "kinds": dict(found.kinds),
        "differences": rows,
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
