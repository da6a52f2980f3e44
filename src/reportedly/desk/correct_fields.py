"""The fields of a claim as a reader judges them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly import ontology
from reportedly.desk.names import near
from reportedly.desk.phrases import FIRMNESS, STATUS_WORDS, amount, short_name, when
from reportedly.desk.query import UnknownValue
from reportedly.desk.wording import label, plain
from reportedly.records import Claim
from reportedly.store.judging import Judgement

#: verdicts as a reader reads them
VERDICTS = {"right": "right", "wrong": "wrong", "unsure": "can’t tell"}


@dataclass(frozen=True, slots=True)
class FieldShown:
    """A field: what the record says, the words that it rests on, the last judgement of it.
    before: what was said of it before it was coded anew; verdict is empty then. choices: all that
    it can say, where that is a set."""

    key: str
    name: str
    says: str
    rests: str
    verdict: str
    rather: str
    before: str = ""
    choices: tuple[str, ...] = ()


def fields_of(claim: Claim, judged: Iterable[Judgement], who: str) -> list[FieldShown]:
    """Return the fields with this reader's last judgement of each, if there is one. judged: what
    stands of the claim, also of what it was before its article was coded anew."""
    last = {one.field: one for one in judged if one.who == who}
    return [_shown(claim, last.get(key), key, *more) for key, *more in _fields(claim)]


def says_now(claim: Claim) -> dict[str, str]:
    """Return what the record says of each field, as judgements keep it."""
    return {key: says for key, _, says, _ in _fields(claim)}


def is_of_before(one: Judgement, claim: Claim, says: Mapping[str, str]) -> bool:
    """Tell whether the judgement is of what the record no longer says, for it was coded anew."""
    if one.claim == claim.id:
        return False
    other = one.kind is not None and (one.kind, one.type) != (claim.kind, claim.type)
    return says.get(one.field) != one.says or (other and one.field == "claim")


def meant(key: str, rather: str) -> str | None:
    """Return what a field should say, by the word that records have where there is a set of them;
    None where nothing is given. Raises UnknownValue for what is none of the set."""
    known = _WORDS.get(key) or (_types() if key == "type" else {})
    if not rather or not known:
        return rather or None
    folded = {word.casefold(): one for one, words in known.items() for word in (one, words)}
    asked = rather.split(",")[0].strip().casefold()
    if asked not in folded:
        raise UnknownValue(key, rather, near(asked, folded), ", ".join(known))
    return folded[asked]


#: field → its values with what the desk calls each
_WORDS: dict[str, dict[str, str]] = {"status": STATUS_WORDS, "factuality": FIRMNESS}


@cache
def _types() -> dict[str, str]:
    types = ontology.load().types.items()
    modes = [f"{name} {mode}" for name, one in types for mode in one.modes]
    return {one: one for one in sorted([*ontology.load().types, *modes])}


def _choices(key: str) -> tuple[str, ...]:
    words = _WORDS.get(key)
    return tuple(words) if words else tuple(_types()) if key == "type" else ()


def _shown(claim: Claim, one: Judgement | None, key: str, *more: str) -> FieldShown:
    name, says, rests = more
    if one is None:
        return FieldShown(key, name, says, rests, "", "", "", _choices(key))
    if is_of_before(one, claim, {key: says}):
        before = f"{VERDICTS[one.verdict]}: {plain(one.says) or 'nothing'}"
        return FieldShown(key, name, says, rests, "", "", before, _choices(key))
    return FieldShown(key, name, says, rests, one.verdict, one.rather or "", "", _choices(key))


def _fields(claim: Claim) -> Iterator[tuple[str, str, str, str]]:
    yield "claim", "Is it a claim?", f"yes: {claim.kind}", _quoted(claim.trigger.text)
    yield "status", "Status", STATUS_WORDS[claim.status], ""
    yield "type", "Type, mode", label(claim.kind, claim.type, claim.mode), ""
    for key, name, people in (
        ("actors", "Who acts", claim.actors),
        ("recipients", "Towards whom", claim.recipients),
    ):
        says = ", ".join(short_name(one) for one in people) or "nobody named"
        yield key, name, says, ", ".join(_quoted(one.text) for one in people)
    if claim.goods:
        goods = claim.goods
        words = ", ".join(_quoted(good.text) for good in goods)
        yield "goods", "Good", ", ".join(good.category for good in goods), words
        yield "amount", "Amount", "; ".join(amount(g) or "not stated" for g in goods), ""
        sides = "; ".join(
            f"{good.giver or 'not told'} gives, {good.receiver or 'not told'} gets"
            for good in goods
        )
        yield "sides", "Giver, receiver", sides, ""
    time = claim.time
    said = when(time.start, time.end, time.grain) if time else "not stated"
    yield "time", "Time", said, f"{_quoted(time.text)}, {time.basis}" if time else ""
    place = claim.place
    named = f"{place.name} ({place.country})" if place and place.country else ""
    yield (
        "place",
        "Place",
        plain(named or (place.name if place else "")) or "not stated",
        _quoted(place.text) if place else "",
    )
    voices = ", ".join(plain(v.text or v.name or "somebody") for v in claim.voices)
    cues = ", ".join(_quoted(voice.cue) for voice in claim.voices)
    yield "voices", "Voice", voices or "the article itself", cues
    firmly = f"{FIRMNESS[claim.factuality]}, {claim.factuality}"
    yield "factuality", "How firmly", firmly, ""


def _quoted(text: str) -> str:
    return f"“{plain(text)}”"
