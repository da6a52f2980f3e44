"""Headlines in the mood of their status, days and amounts in words."""

from __future__ import annotations

import tomllib
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from reportedly.desk.wording import plain
from reportedly.lexicons.look_up import class_words
from reportedly.records import Actor, Good, Grain
from reportedly.records.amounts import amount_of

#: what stands beside a mark; the mark is never the only sign
STATUS_WORDS = {
    "happened": "happened",
    "ongoing": "ongoing",
    "planned": "planned",
    "possible": "possible",
    "conditional": "would follow if",
    "negated": "did not happen",
}
#: FactBank’s values of factuality
FIRMNESS = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "Uu": "does not commit",
    "PS-": "possibly not",
    "PR-": "probably not",
    "CT-": "certainly not",
}
#: what a sentence says that has the mark
SIGNS = {
    "happened": "The sentence tells it as done.",
    "ongoing": "The sentence tells it as going on.",
    "planned": "The sentence tells it as to come: announced, decided, promised.",
    "possible": "The sentence says that it may be, or may come.",
    "conditional": "The sentence says that it would follow if something else were so.",
    "negated": "The sentence says that it is not so, or a voice in it denies it.",
}

_YEARS = (Grain.YEAR, Grain.DECADE, Grain.CENTURY)


@cache
def verbs() -> dict[str, list[str]]:
    """Return "TYPE" or "TYPE mode" → its forms, see verbs.toml."""
    text = files(__package__).joinpath("verbs.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def headline(
    kind: str,
    type: str | None,
    mode: str | None,
    status: str,
    goods: Sequence[Good] = (),
    content: str | None = None,
    several: bool = False,
) -> str:
    """Return what is said to be done, in the mood of its status, without the parties.

    "gave shells", "is to visit", "may ask for talks"; a want, constraint or consequence with its
    own words.
    """
    if kind == "event":
        return _event(type or "", mode, status, named(goods), several)
    base, past, doing = {
        "want": ("want", "wanted", "want" if several else "wants"),
        "constraint": ("limit", "limited", "limit" if several else "limits"),
        "consequence": ("follow", "followed", "following"),
    }[kind]
    verb = doing if status == "ongoing" and kind != "consequence" else None
    verb = verb or _mood(status, base, past, doing, several)
    return f"{verb}: {plain(content)}" if content else verb


def _event(type: str, mode: str | None, status: str, goods: str, several: bool) -> str:
    table = verbs()
    forms = table.get(f"{type} {mode}") or table.get(type) or [type.lower()] * 3 + ["over"]
    base, past, doing, before, *bare = forms
    verb = _mood(status, base, past, doing, several)
    after = " ".join(word for word in (before, goods) if word) if goods else " ".join(bare)
    return f"{verb} {after}".strip()


def _mood(status: str, base: str, past: str, doing: str, several: bool) -> str:
    be = "are" if several else "is"
    return {
        "happened": past,
        "ongoing": f"{be} {doing}",
        "planned": f"{be} to {base}",
        "possible": f"may {base}",
        "conditional": f"would {base}",
        "negated": f"did not {base}",
    }[status]


def named(goods: Sequence[Good]) -> str:
    """Return the goods in the text's words, at most three."""
    words = list(dict.fromkeys(plain(good.text) for good in goods))
    more = f" and {len(words) - 3} more" if len(words) > 3 else ""
    return ", ".join(words[:3]) + more


def amount(good: Good) -> str:
    """Return the number and unit of a good, with its bounds; "" where the text gives none."""
    return plain(amount_of(good))


def basis(good: Good) -> str:
    """Return how the amount is known: stated exactly, a bound, an estimate, or not at all."""
    if good.quantity is None and good.upper is None:
        return "not exact" if good.approximate else "not stated"
    if good.approximate:
        return "stated, not exact"
    if good.upper is not None and good.quantity is not None:
        return "stated, between two"
    if good.quantity is None:
        return "stated, at most"
    return "stated, at least" if good.at_least else "stated"


def dated_how(basis: str) -> str:
    """Return what the days of a text rest on: "stated"; worked out from the day of publication; or
    no more than the tense."""
    words = {"relative": "worked out", "tense": "by the tense alone"}
    return words.get(basis, basis)


def mood_of(status: str, actors: Sequence[Actor]) -> str:
    """Return the status whose mood the headline has: "neither side" and "nobody" deny already."""
    first = (plain(one.name).casefold().split(" ")[0] for one in actors)
    return "happened" if status == "negated" and any(w in _denying() for w in first) else status


@cache
def _denying() -> frozenset[str]:
    return class_words("grammar_negation.toml", "no_determiners")


def short_name(actor: Actor) -> str:
    """Return who it is in a headline: the name, with the country where the name hides it."""
    name = plain(actor.name)
    is_state = bool(actor.actor_id and actor.actor_id.startswith("state."))
    return f"{name} ({actor.country})" if actor.country and not is_state else name


def sides(actors: Sequence[Actor], recipients: Sequence[Actor]) -> str:
    """Return "A → B" with nobody twice; a side that is left out is "(not named)"."""
    left = ", ".join(dict.fromkeys(short_name(one) for one in actors))
    right = ", ".join(dict.fromkeys(short_name(one) for one in recipients))
    if not right:
        return left or "(not named)"
    return f"{left or '(not named)'} → {right}"


def when(start: str | None, end: str | None, grain: str = "") -> str:
    """Return days in words: "12 Sep 2023", "Nov 2023", "3–5 May 2022", "since 2020", "undated".

    grain: how exact the text itself is; a side that stays open is told no more exactly.
    """
    first, last = _day(start), _day(end)
    if first is None and last is None:
        return "undated"
    if last is None:
        return f"since {_begun(first, grain)}"
    if first is None:
        return f"until {_ended(last, grain)}"
    return _one(first) if first == last else _range(first, last)


def _begun(first: date | None, grain: str) -> str:
    """Return a first day; of "since 2015" and "since May 2015" none that the text does not name."""
    if first and first.day == 1 and grain in (Grain.MONTH, *_YEARS):
        if grain == Grain.MONTH:
            return f"{first:%b %Y}"
        return f"{first.year}" if first.month == 1 else _one(first)
    return _one(first)


def _ended(last: date | None, grain: str) -> str:
    """Return a last day; of "until 2015" and "by May 2015" the end of what the text names."""
    if last and last.day == monthrange(last.year, last.month)[1]:
        if grain == Grain.MONTH:
            return f"the end of {last:%b %Y}"
        if grain in _YEARS and last.month == 12:
            return f"the end of {last.year}"
    return _one(last)


def _range(first: date, last: date) -> str:
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if (first.month, last.month) == (1, 12):
            both = first.year == last.year
            return f"{first.year}" if both else f"{first.year}–{last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%b %Y}"
        if first.year == last.year:
            return f"{first:%b}–{last:%b %Y}"
        return f"{first:%b %Y} – {last:%b %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_one(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%b} – {_one(last)}"
    return f"{_one(first)} – {_one(last)}"


def _one(day: date | None) -> str:
    return f"{day.day} {day:%b %Y}" if day else ""


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def moment(text: str | None) -> str:
    """Return an ISO date or time in words: "14 Sep 2023", "14 Sep 2023, 08:10"."""
    day = _day(text)
    if day is None or text is None:
        return plain(text or "")
    return f"{_one(day)}, {text[11:16]}" if len(text) > 15 else _one(day)


def origins_told(telling: int, denying: int) -> str:
    """Return of how many origins the reports are that tell it, and those that deny it."""
    told = count(telling, "origin")
    return f"{told}, {denying:,} denying" if denying else told


def count(number: int, one: str, many: str | None = None) -> str:
    """Return "1 claim", "2,000 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
