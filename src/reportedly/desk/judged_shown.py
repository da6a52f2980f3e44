"""What readers judged of a claim, in few words, for lists and articles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportedly import views
from reportedly.desk.correct_fields import VERDICTS, is_of_before, says_now
from reportedly.desk.phrases import moment
from reportedly.desk.wording import plain
from reportedly.records import Claim, Event
from reportedly.store import ClaimFilter, Store
from reportedly.store.carrying import held_of
from reportedly.store.judging import Judgement

_NAMES = {
    "actors": "actor",
    "recipients": "recipient",
    "goods": "good",
    "sides": "giver, receiver",
    "voices": "voice",
    "factuality": "firmness",
}
_ORDER = ("wrong", "unsure", "right")  # what is amiss first


@dataclass(frozen=True, slots=True)
class JudgedShown:
    """One field: "actor wrong, rather protesters". about: who said so, when, of what; mine: it is
    the word of the reader at the desk, who may take it back; before: the record said otherwise
    then, for it was coded anew since."""

    field: str
    name: str
    verdict: str
    words: str
    about: str
    mine: bool
    before: bool


def judged_of(
    store: Store, claims: Mapping[str, str], who: str
) -> dict[str, tuple[JudgedShown, ...]]:
    """Return claim → what is judged of it, the newest of each field; a claim that nobody judged,
    or of which everything was withdrawn, is not in it.

    claims: id → id of its article. What was judged before the article was coded anew is of the
    claim that now stands there; where the record says otherwise now, the words say so.
    """
    held = held_of(store, claims)
    anew = {key for key, made in held.items() if any(one.claim != key for one in made)}
    now = {row.claim.id: row.claim for row in _rows(store, anew)}
    return {key: _shown(_last(made), now.get(key), who) for key, made in held.items()}


def judged_in(store: Store, events: Iterable[Event]) -> dict[str, tuple[JudgedShown, ...]]:
    """Return event → what a reader found wrong in a claim that it rests on, each words once; an
    event of whose claims nobody said so is not in it."""
    of = {key: (one.id, report.article) for one in events for report in one.told_by
          for key in report.claims if key not in one.rejected}  # fmt: skip
    found: dict[str, dict[str, JudgedShown]] = {}
    for key, fields in judged_of(
        store, {key: article for key, (_, article) in of.items()}, ""
    ).items():
        for field in fields:
            if field.verdict == "wrong" and not field.before:
                found.setdefault(of[key][0], {}).setdefault(field.words, field)
    return {key: tuple(fields.values()) for key, fields in found.items()}


def _rows(store: Store, ids: Collection[str]) -> Iterator[views.ClaimRow]:
    chosen = ClaimFilter(ids=tuple(sorted(ids)), include_comments=True)
    return views.claim_page(store, chosen, views.Page(0, len(ids))) if ids else iter(())


def _last(made: Iterable[Judgement]) -> Iterable[Judgement]:
    return {one.field: one for one in made}.values()


def _shown(fields: Iterable[Judgement], claim: Claim | None, who: str) -> tuple[JudgedShown, ...]:
    says = says_now(claim) if claim else {}
    ordered = sorted(fields, key=lambda one: _ORDER.index(one.verdict))
    return tuple(
        _field(one, who, claim is not None and is_of_before(one, claim, says)) for one in ordered
    )


def _field(one: Judgement, who: str, before: bool) -> JudgedShown:
    name = _NAMES.get(one.field, one.field)
    if one.field == "claim" and one.verdict == "wrong":
        words = "not a claim"
    else:
        words = f"{name} {VERDICTS[one.verdict]}"
    if one.rather:
        words += f", rather {plain(one.rather)}"
    if before:
        words += " (judged before it was coded anew)"
    about = f"{plain(one.who)}, {moment(one.made)}; the record said: {plain(one.says) or 'nothing'}"
    if one.reason:
        about += f"; {plain(one.reason)}"
    return JudgedShown(one.field, name, one.verdict, words, about, one.who == who, before)
