"""Which claims: one record of conditions, turned into SQL whose values are always bound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from reportedly.errors import UsageError
from reportedly.records import ClaimKind, Status
from reportedly.records.identity import spelling

#: what a claim's days may rest on
DATED = ("claim", "published", "none")


class ClaimFilter(Struct, frozen=True, kw_only=True):
    """Conditions that a claim must all meet; None and () ask nothing.

    party      somebody among actors or recipients: country code, actor_id, or part of the name,
               however it is spelled, with or without marks (three capital letters are a code or a
               whole name); case matters for codes only. "=Name" is that very name, whatever its
               case, and no part of one. Ids and names may be those of the claims or those that
               views show
    actor, recipient  the same, on that side alone
    type, mode PLOVER; the case does not matter
    kind       event, want, constraint, consequence
    status     any of these
    voice      'none': the article's own voice; 'any': somebody is given; 'named', 'unnamed':
               somebody who is, or none who is; else a country code, a sector, or part of a name,
               of any voice; "=Name" is that very name, whatever its case
    date_from, date_to  ISO dates, both included. Compared with the claim's own days where the
               text gives any (they need only overlap; an open side reaches everywhere), else
               with the article's day of publication. A claim with neither is left out
    begins     date_from and date_to ask where the days begin, and not whether they overlap: what
               is open to the past begins where it ends. Series count so
    quad       PLOVER's class of the type, 1 to 4
    published_from  ISO date: the article appeared on it or later; without a day it is left out
    dated      'claim': the text gives days; 'published': only the publication; 'none': neither
    text       words, or parts of such, that all stand in the sentence, in whatever order; neither
               the case nor marks on letters matter
    good       category and what lies below it: "arms" finds "arms.ammunition"; 'any': some good
    outlet     publisher of the article, whole and as it is written
    place      where the text puts it: id of GeoNames, or "=Name"
    confidence at least this, 0.0 to 1.0
    article    id of the article
    event      id of the event that it is linked into
    ids        any of these claims
    include_comments  False leaves out what readers wrote

    Raises UsageError for an unknown kind, status or dated, and for what is no ISO date.
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
    published_from: str | None = None
    dated: str | None = None
    text: str | None = None
    good: str | None = None
    outlet: str | None = None
    place: str | None = None
    confidence: float | None = None
    article: str | None = None
    event: str | None = None
    ids: tuple[str, ...] = ()
    include_comments: bool = False
    quad: int | None = None
    begins: bool = False

    def __post_init__(self) -> None:
        _check("kind", [self.kind] if self.kind is not None else [], ClaimKind)
        _check("status", self.status, Status)
        _check("dated", [self.dated] if self.dated is not None else [], DATED)
        for name in ("date_from", "date_to", "published_from"):
            value = getattr(self, name)
            if value is not None and not _is_date(value):
                raise UsageError(f"{name} is {value!r}; write an ISO date such as '2023-09-13'")


def all_words(sentence: str, field: str = "text") -> str:
    """Return the condition for a sentence that has every word of $field in it, with or without
    marks on its letters, a hyphen for a space; most sentences fall out at the first word, which
    costs the least."""
    words = f"string_split_regex(trim({_folded(f'${field}')}), '[\\s-]+')"
    text = _folded(sentence)
    rest = f"list_filter({words}, lambda w: NOT contains({text}, w))"
    return f"contains({text}, {words}[1]) AND len({rest}) = 0"


def _folded(text: str) -> str:
    return f"replace(strip_accents(lower({text})), 'ı', 'i')"  # that i is a letter of its own


#: one condition a field; every value is a bound parameter of the field's name
CONDITIONS = {
    "party": "(names_actor(actors, $party, $party_spelled)"
    " OR names_actor(recipients, $party, $party_spelled))",
    "actor": "names_actor(actors, $actor, $actor_spelled)",
    "recipient": "names_actor(recipients, $recipient, $recipient_spelled)",
    "type": "type = upper($type)",
    "mode": "mode = lower($mode)",
    "kind": "kind = $kind",
    "status": "list_contains($status, status)",
    "voice": "names_voice(voices, $voice, $voice_spelled)",
    "date_from": "dated IS NOT NULL AND (day_to IS NULL OR day_to >= $date_from)",
    "date_to": "dated IS NOT NULL AND (day_from IS NULL OR day_from <= $date_to)",
    "dated": "coalesce(dated, 'none') = $dated",
    "text": all_words("sentence.text"),
    "good": "len(list_filter(goods, lambda g: $good = 'any' OR g.category = $good"
    " OR starts_with(g.category, $good || '.'))) > 0",
    "outlet": "publisher = $outlet",
    "published_from": "left(published, 10) >= $published_from",
    "place": "coalesce(place.geonames_id::VARCHAR, '=' || place.\"name\") = $place",
    "quad": "quad = $quad::INTEGER",
    "confidence": "confidence >= $confidence",
    "article": "article = $article",
    "event": "id IN (SELECT e.claim FROM event_claims AS e WHERE e.event = $event)",
    "ids": "id IN (SELECT unnest($ids::VARCHAR[]))",
}
#: what takes the place of these where the stretch in which the days begin is asked for
_BEGINS = {
    "date_from": "coalesce(day_from, day_to) >= $date_from",
    "date_to": "coalesce(day_from, day_to) <= $date_to",
}


def exactly(people: str, field: str, of: str = 'p."name"') -> str:
    """Return the condition for lists of parties or voices of which one has exactly the name $field,
    as coded or as shown, whatever its case: sentences begin with capitals. of: name of one, p."""
    names = f"list_transform({people}, lambda p: {{'name': {of}}})"
    same = f"list_transform({people}, lambda p: folded({of}))"
    return f"(called({names}, ${field}) OR list_contains({same}, folded(${field})))"


#: what a voice is called
SAID = 'coalesce(p."name", p."text")'
#: the same where the value is "=Name"
_EXACT = {
    "party": exactly("list_concat(actors, recipients)", "party"),
    "actor": exactly("actors", "actor"),
    "recipient": exactly("recipients", "recipient"),
    "voice": exactly("voices", "voice", SAID),
}
_VOICES = {
    "none": "len(voices) = 0",
    "any": "len(voices) > 0",
    "named": 'len(list_filter(voices, lambda p: p."named")) > 0',
    "unnamed": 'len(voices) > 0 AND len(list_filter(voices, lambda p: p."named")) = 0',
}


def where(
    chosen: ClaimFilter,
    conditions: Mapping[str, str] = MappingProxyType({}),
    exact: Mapping[str, str] = _EXACT,
    voices: Mapping[str, str] = _VOICES,
) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the conditions in SQL, over the columns of chosen.sql, by the field that asks for
    each ("section" where comments are left out), and their values by name.

    conditions, exact, voices: what takes the place of CONDITIONS and the like over other columns.
    """
    parts = {} if chosen.include_comments else {"section": "section <> 'comment'"}
    values: dict[str, Any] = {}
    for field, condition in (CONDITIONS | dict(conditions)).items():
        value = getattr(chosen, field)
        if value is None or value == ():
            continue
        if chosen.begins:
            condition = _BEGINS.get(field, condition)
        if field == "voice" and value in voices:
            parts["voiced"] = f"({voices[value]})"
            continue
        if field in exact and value.startswith("="):
            condition, value = exact[field], value[1:]
        elif field in exact:
            values |= spelled(field, value)
        parts[field] = f"({condition})"
        values[field] = _bound(value)
    return parts, values


def spelled(field: str, term: str) -> dict[str, str]:
    """Return the bound value that names_actor and names_voice want beside the term of a field."""
    whole = len(term) == 3 and term.isascii() and term.isalpha() and term.isupper()
    return {f"{field}_spelled": "" if whole else spelling(term)}


def _bound(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, float) else str(value)


def chosen_sql(chosen: ClaimFilter, besides: str = "") -> tuple[str, dict[str, Any]]:
    """Return the query whose rows are the chosen claims, see chosen.sql, and its values.

    besides: a condition in SQL, over its columns, that they must meet, too.
    """
    parts, values = where(chosen)
    condition = " AND ".join([besides] * bool(besides) + list(parts.values())) or "true"
    return _template().replace("{where}", condition), values


@cache
def _template() -> str:
    return files(__package__).joinpath("sql", "chosen.sql").read_text(encoding="utf-8")


def _check(field: str, found: Iterable[str], allowed: Iterable[str]) -> None:
    words = [str(member) for member in allowed]
    for value in found:
        if value not in words:
            raise UsageError(f"{field} is {value!r}; allowed: {', '.join(words)}")


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except (TypeError, ValueError):
        return False
