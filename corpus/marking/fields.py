"""Goods, times, links and doubts of a claim, from the words of a marker."""

from __future__ import annotations

import calendar
import re
from contextlib import suppress
from datetime import date
from typing import Any

from corpus.marking import values
from corpus.marking.errors import MarkError
from corpus.marking.parties import Where

_NUMBER = r"\d[\d,]*(?:\.\d+)?(?:k|m|bn)?"
_QUANTITY = re.compile(rf"(?P<about>~)?(?P<low>{_NUMBER})?(?:-(?P<high>{_NUMBER}))?$")
_SIDES = {"a": "actor", "r": "recipient", "": None}
_PRICE = re.compile(rf"price=(?P<amount>{_NUMBER})(?P<currency>[A-Z]{{3}})$")
_DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_TIME = re.compile(
    rf"(?P<words>.+?)\s+(?:(?P<none>\?)|(?P<start>{_DAY})?(?P<to>\.\.)?(?P<end>{_DAY})?)"
    r"(?P<flags>(?:\s+(?:~|stated|relative|tense))*)$"
)


def goods(text: str, where: Where) -> list[dict[str, Any]]:
    """Return the goods of a `g` field: `rice :food 20-30 tonnes r>a price=2mUSD; …`."""
    return [_good(one.strip(), where) for one in text.split(";") if one.strip()]


def _good(text: str, where: Where) -> dict[str, Any]:
    words, colon, rest = text.rpartition(" :")
    if not colon or not rest.split():
        raise MarkError(f"{text!r} has no category: `words :food.grain 20 tonnes a>r`")
    category, *tokens = rest.split()
    start, end = where.span(words, True)
    good: dict[str, Any] = {
        "approximate": False,
        "category": values.known(category, values.categories(), "category"),
        "end": end,
        "giver": None,
        "price": None,
        "quantity": None,
        "receiver": None,
        "start": start,
        "unit": None,
        "upper": None,
    }
    for token in tokens:
        _detail(good, token)
    return good


def _detail(good: dict[str, Any], token: str) -> None:
    sides = re.fullmatch(r"([ar]?)>([ar]?)", token)
    price, quantity = _PRICE.match(token), _QUANTITY.match(token)
    if sides:
        good["giver"], good["receiver"] = _SIDES[sides[1]], _SIDES[sides[2]]
    elif price:
        good["price"] = {"amount": _number(price["amount"]), "currency": price["currency"]}
    elif quantity:
        good["approximate"] = bool(quantity["about"])
        good["quantity"] = _number(quantity["low"]) if quantity["low"] else None
        good["upper"] = _number(quantity["high"]) if quantity["high"] else None
    elif re.fullmatch(r"[A-Za-z_]+", token) and good["unit"] is None:
        good["unit"] = token.replace("_", " ")
    else:
        raise MarkError(f"{token!r} is neither 20, 20-30, ~20, a unit, a>r nor price=2mUSD")


def _number(text: str) -> float:
    for ending, factor in (("bn", 1e9), ("m", 1e6), ("k", 1e3)):
        if text.endswith(ending):
            return float(text.removesuffix(ending).replace(",", "")) * factor
    return float(text.replace(",", ""))


def time(text: str, where: Where) -> dict[str, Any]:
    """Return the time of a `t` field: `words 2024-05-13`, `words 2022..`, `words ? `.

    A month or a year is its first to its last day. The basis is stated where the words hold a
    year, else relative, unless it is written. Raises MarkError for a day that does not exist.
    """
    parts = _TIME.match(text)
    if parts is None or not (parts["none"] or parts["start"] or parts["end"]):
        raise MarkError(
            f"{text!r} is no time: `words 2024-05-13`, `words 2022..2024-05`, `words ?`"
        )
    flags = parts["flags"].split()
    start = _first(parts["start"]) if parts["start"] else None
    last = parts["end"] if parts["to"] else parts["start"]
    end = _last(last) if last else None
    if start and end and start > end:
        raise MarkError(f"the time ends on {end}, before it begins on {start}")
    at = _words(parts, where)
    year = re.search(r"\b[12]\d{3}\b", where.document.text[slice(*at)])
    bases = [flag for flag in flags if flag != "~"]
    return {
        "basis": bases[0] if bases else "stated" if year else "relative",
        "end": end,
        "start": start,
        "text_end": at[1],
        "text_start": at[0],
        "vague": bool(parts["none"]) or "~" in flags,
    }


def _words(parts: re.Match[str], where: Where) -> tuple[int, int]:
    """Return where the words stand; a lone year or day may be both the words and the value."""
    if parts["start"] and not parts["to"]:
        with suppress(MarkError):
            return where.span(f"{parts['words']} {parts['start']}")
    return where.span(parts["words"])


def _first(text: str) -> str:
    return _day(*(*map(int, text.split("-")), 1, 1)[:3])


def _last(text: str) -> str:
    year, *rest = map(int, text.split("-"))
    if len(rest) == 2:
        return _day(year, *rest)
    month = rest[0] if rest else 12
    if not 1 <= month <= 12:
        raise MarkError(f"{text}: there is no month {month}")
    return _day(year, month, calendar.monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError as problem:
        raise MarkError(f"{year}-{month}-{day}: {problem}") from problem


def links(text: str, _: object = None) -> list[dict[str, str]]:
    """Return the links of an `l` field: `because c2; restates c1`, in that order."""
    found = []
    for one in text.split(";"):
        relation, _, claim = one.strip().partition(" ")
        values.known(relation, values.RELATIONS, "relation")
        if not claim.strip():
            raise MarkError(f"{one.strip()!r} names no claim")
        found.append({"claim": claim.strip(), "relation": relation})
    return found


def doubts(text: str, _: object = None) -> list[dict[str, str]]:
    """Return the doubts of a `d` field: `status possible: the reason; …`."""
    found = []
    for one in text.split(";"):
        head, colon, reason = one.strip().partition(": ")
        name, _, value = head.partition(" ")
        if not (colon and value and reason):
            raise MarkError(f"{one.strip()!r} is no doubt: `field other-value: reason`")
        found.append({"field": name, "reason": reason.strip(), "value": value.strip()})
    return found
