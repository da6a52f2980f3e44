"""Which claims: one record of conditions, turned into SQL whose values are always bound."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from reportedly.errors import UsageError
from reportedly.records import ClaimKind, Status


class ClaimFilter(Struct, frozen=True, kw_only=True):
    """Conditions that a claim must all meet; None and () ask nothing.

    party      somebody among actors or recipients: country code, actor_id, or part of the name
               (three capital letters are a code or a whole name); case matters for codes only
    actor, recipient  the same, on that side alone
    type, mode PLOVER; the case does not matter
    kind       event, want, constraint, consequence
    status     any of these
    voice      'none': the article's own voice; 'any': somebody is given; else a country code,
               a sector, or part of a name, of any voice
    date_from, date_to  ISO dates, both included. Compared with the claim's own days where the
               text gives any (they need only overlap; an open side reaches everywhere), else
               with the article's day of publication. A claim with neither is left out
    text       part of the sentence; the case does not matter
    good       category and what lies below it: "arms" finds "arms.ammunition"
    article    id of the article
    ids        any of these claims
    include_comments  False leaves out what readers wrote

    Raises UsageError for an unknown kind or status and for what is no ISO date.
    """

    party: str | None = None
    actor: str | None = None
    recipient: str | None = None
    type: str | None = None
    mode: str | None = None
    kind: str | None = None
    status: tuple[str, ...] = ()
    voice: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    text: str | None = None
    good: str | None = None
    article: str | None = None
    ids: tuple[str, ...] = ()
    include_comments: bool = False

    def __post_init__(self) -> None:
        _check("kind", [self.kind] if self.kind is not None else [], ClaimKind)
        _check("status", self.status, Status)
        for name in ("date_from", "date_to"):
            value = getattr(self, name)
            if value is not None and not _is_date(value):
                raise UsageError(f"{name} is {value!r}; write an ISO date such as '2023-09-13'")


#: one condition a field; every value is a bound parameter of the field's name
CONDITIONS = {
    "party": "(names_actor(actors, $party) OR names_actor(recipients, $party))",
    "actor": "names_actor(actors, $actor)",
    "recipient": "names_actor(recipients, $recipient)",
    "type": "type = upper($type)",
    "mode": "mode = lower($mode)",
    "kind": "kind = $kind",
    "status": "list_contains($status, status)",
    "voice": "names_voice(voices, $voice)",
    "date_from": "dated IS NOT NULL AND (day_to IS NULL OR day_to >= $date_from)",
    "date_to": "dated IS NOT NULL AND (day_from IS NULL OR day_from <= $date_to)",
    "text": "contains(lower(sentence.text), lower($text))",
    "good": "len(list_filter(goods, lambda g: g.category = $good"
    " OR starts_with(g.category, $good || '.'))) > 0",
    "article": "article = $article",
    "ids": "list_contains($ids, id)",
}


def where(chosen: ClaimFilter) -> tuple[str, dict[str, Any]]:
    """Return the condition in SQL, over the columns of chosen.sql, and its values by name."""
    parts = [] if chosen.include_comments else ["section <> 'comment'"]
    values: dict[str, Any] = {}
    for field, condition in CONDITIONS.items():
        value = getattr(chosen, field)
        if value is None or value == ():
            continue
        if field == "voice" and value in ("none", "any"):
            parts.append("len(voices) = 0" if value == "none" else "len(voices) > 0")
            continue
        parts.append(f"({condition})")
        values[field] = list(value) if isinstance(value, tuple) else str(value)
    return " AND ".join(parts) or "true", values


def chosen_sql(chosen: ClaimFilter) -> tuple[str, dict[str, Any]]:
    """Return the query whose rows are the chosen claims, see chosen.sql, and its values."""
    condition, values = where(chosen)
    return _template().replace("{where}", condition), values


@cache
def _template() -> str:
    return files(__package__).joinpath("sql", "chosen.sql").read_text(encoding="utf-8")


def _check(field: str, found: Iterable[str], allowed: type[ClaimKind] | type[Status]) -> None:
    words = [str(member) for member in allowed]
    for value in found:
        if value not in words:
            raise UsageError(f"{field} is {value!r}; allowed: {', '.join(words)}")


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except (TypeError, ValueError):
        return False
