"""What readers judged of a claim, in few words, for lists and articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.desk.phrases import moment
from reportedly.desk.wording import plain
from reportedly.store import Store
from reportedly.store.judging import Judgement, standing

_NAMES = {
    "actors": "actor",
    "recipients": "recipient",
    "goods": "good",
    "sides": "giver, receiver",
    "voices": "voice",
    "factuality": "firmness",
}
_VERDICTS = {"right": "right", "wrong": "wrong", "unsure": "can’t tell"}
_ORDER = ("wrong", "unsure", "right")  # what is amiss first


@dataclass(frozen=True, slots=True)
class JudgedShown:
    """One field: "actor wrong, rather protesters". about: who said so, when, of what; mine: it is
    the word of the reader at the desk, who may take it back."""

    field: str
    name: str
    verdict: str
    words: str
    about: str
    mine: bool


def judged_of(store: Store, claims: Sequence[str], who: str) -> dict[str, tuple[JudgedShown, ...]]:
    """Return claim → what is judged of it, the newest of each field; a claim that nobody judged,
    or of which everything was withdrawn, is not in it."""
    last: dict[str, dict[str, Judgement]] = {}
    for one in standing(store, claims) if claims else ():
        last.setdefault(one.claim, {})[one.field] = one
    return {claim: _shown(fields, who) for claim, fields in last.items()}


def _shown(fields: Mapping[str, Judgement], who: str) -> tuple[JudgedShown, ...]:
    ordered: Iterable[Judgement] = sorted(
        fields.values(), key=lambda one: _ORDER.index(one.verdict)
    )
    return tuple(_field(one, who) for one in ordered)


def _field(one: Judgement, who: str) -> JudgedShown:
    name = _NAMES.get(one.field, one.field)
    if one.field == "claim" and one.verdict == "wrong":
        words = "not a claim"
    else:
        words = f"{name} {_VERDICTS[one.verdict]}"
    if one.rather:
        words += f", rather {plain(one.rather)}"
    about = f"{plain(one.who)}, {moment(one.made)}; the record said: {plain(one.says) or 'nothing'}"
    if one.reason:
        about += f"; {plain(one.reason)}"
    return JudgedShown(one.field, name, one.verdict, words, about, one.who == who)
