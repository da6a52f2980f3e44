"""MEANTIME's dated events: whether coder.when fits what the set says of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from bench import dates
from bench.outcome import Figure
from reportedly.errors import UsageError
from reportedly.records import Article, Time

#: relations under which an event lies at a time, begins or ends with it
NEAR = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "BEGINS", "BEGUN_BY", "ENDS", "ENDED_BY"})
#: the same, from a time to an event
HOLDS = frozenset({"INCLUDES", "SIMULTANEOUS", "BEGINS", "BEGUN_BY"})


class Dated(NamedTuple):
    """An event that the set dates, and when we say it was.

    days  those of the time of its sentence at which it is marked to lie, else of the occurrence
    """

    start: int
    end: int
    days: dates.Days
    when: Time | None


def dated(coder: Any, row: dict[str, Any]) -> list[Dated]:
    """Return every event of an article, whole text, that the set dates; never by the dateline."""
    article = dates.article(row["text"], row["dct"])
    at = _near(row)
    found = []
    for e in row["events"]:
        days = at.get(e["id"]) or (tuple(e["when"]) if e["when"] else None)
        if days:
            found.append(Dated(e["start"], e["end"], days, _when(coder, article, e)))
    return found


def _when(coder: Any, article: Article, event: dict[str, Any]) -> Time | None:
    try:
        found: Time | None = coder.when(article, (event["start"], event["end"]))
    except UsageError:
        return None
    return found


def _near(row: dict[str, Any]) -> dict[str, dates.Days]:
    """Return event → the days of the time to which a link ties it."""
    days = {
        t["id"]: (t["days"][0], t["days"][1]) for t in row["times"] if t["days"] and not t["dct"]
    }
    links = row["tlinks"]
    found = {e: days[t] for e, t, how in links if how in NEAR and t in days and e not in days}
    return {
        e: days[t] for t, e, how in links if how in HOLDS and t in days and e not in days
    } | found


def fits(days: dates.Days, when: Time) -> bool:
    """Return whether one of the two spells holds the other; an open side of ours goes on."""
    first, last = when.start or "", when.end or "~"
    return (first <= days[0] and days[1] <= last) or (days[0] <= first and last <= days[1])


def fit_figures(all_dated: Sequence[Dated]) -> list[Figure]:
    """Return the share of the events given days that fit, and of all dated ones given any."""
    given = [one for one in all_dated if one.when and (one.when.start or one.when.end)]
    right = sum(fits(one.days, one.when) for one in given if one.when)
    some, every = len(given), len(all_dated)
    return [
        Figure(name="when fits", value=right / some if some else None, count=some,
               of="dated events given days"),
        Figure(name="when given", value=some / every if every else None, count=every,
               of="dated events", guard="informative"),
    ]  # fmt: skip


def when_misses(row: dict[str, Any], found: Sequence[Dated]) -> list[dict[str, Any]]:
    """Return the dated events with days of ours that do not fit."""
    text = row["text"]
    return [
        {
            "article": row["id"], "days": " ".join(one.days),
            "ours": f"{one.when.text}: {one.when.start} {one.when.end}",
            "event": text[one.start : one.end],
            "text": text[max(0, one.start - 90) : one.end + 90].replace("\n", " "),
        }
        for one in found
        if one.when and (one.when.start or one.when.end) and not fits(one.days, one.when)
    ]  # fmt: skip
