"""Whether two claims are one matter: a dossier has one line for both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from reportedly.views.matter_rows import PartRow

#: two wordings are of one matter where so much of the shorter one stands in the longer one; by
#: reading the wants, limits and rules of five affairs
_SHARED = 0.7
#: of fewer words too little is known
_FEWEST = 2
#: a wish with more words before its first good says more than that good
_BEFORE_GOODS = 4
_SHORT = 3  # letters: "the", "of", "to" say nothing of the matter
_WORDS = re.compile(r"\w+")
#: days between two reports of one plan
_WEEKS = 45
_TO_COME = frozenset({"planned", "possible", "conditional"})
_DENYING = frozenset({"CT-", "PR-", "PS-"})
#: types whose words are all of one occasion: "met", "summit", "discussed"
_ONE_OCCASION = frozenset({"CONSULT"})

Same = Callable[[PartRow, PartRow], bool]


def keys(row: PartRow) -> frozenset[str]:
    """Return keys of which two claims of one matter share one: only such are compared."""
    found = {f"good:{one}" for one in _categories(row)} | {f"type:{row.type}"}
    if row.kind != "event":
        return frozenset(found) | _words(row.content) | {(row.content or "").casefold()}
    if row.event is None:
        return frozenset(found)
    inside = {f"{row.article}:{key}" for key in found}
    plan = found if row.status in _TO_COME else set()  # plans are compared over articles
    return frozenset({row.event, *inside, *plan})


def denies(row: PartRow) -> bool:
    """Say whether the claim says that it is not so, or doubts it."""
    return row.status == "negated" or row.factuality in _DENYING


def same_event(one: PartRow, other: PartRow) -> bool:
    """Say whether two claims tell of one occurrence: as linking found, else as they stand.

    Claims of two articles are joined by linking alone where it has run.
    """
    if one.event is not None and one.event == other.event:
        return one.article != other.article or _compatible(one, other)
    linked = one.event is not None and other.event is not None
    if one.article != other.article and linked:
        return _same_plan(one, other)
    if not _same_days(one, other):  # asked first: it parts the most, and costs the least
        return False
    goods = _share_goods(one, other)
    if denies(one) != denies(other) and not (
        (goods or one.trigger == other.trigger) and _answers(one, other)
    ):
        return False
    return _same_act(one, other, goods) and (_same_parties(one, other) or _halves(one, other))


def _compatible(one: PartRow, other: PartRow) -> bool:
    """Say whether two claims of one page can be one: its sentences are all about the same, so that
    linking finds them alike. Other days, doers or goods part them, and goods beside none.
    """
    days = [_days(row) for row in (one, other) if row.dated == "claim"]
    if len(days) == 2 and days[0] != days[1]:
        return False
    if one.goods and other.goods:
        alike = _share_goods(one, other)
    else:
        alike = bool(one.goods) == bool(other.goods) or one.trigger == other.trigger
    doers = [{party.country or party.name for party in row.actors} for row in (one, other)]
    alike = alike and (not all(doers) or bool(doers[0] & doers[1]))
    return alike and (denies(one) == denies(other) or _answers(one, other))


def _answers(one: PartRow, other: PartRow) -> bool:
    """Say whether one of them can be a denial of the other: what has not happened so far is none
    of what is to come, unless a voice denies or doubts it."""
    no, yes = (one, other) if denies(one) else (other, one)
    return bool(no.voices) or yes.status not in _TO_COME


def same_wish(one: PartRow, other: PartRow) -> bool:
    """Say whether two wants are for one thing: the goods, else the words of the content."""
    if denies(one) != denies(other):
        return False
    if one.goods and other.goods:
        return _covers(one, other) or _covers(other, one)
    return not one.goods and not other.goods and same_words(one, other)


def same_words(one: PartRow, other: PartRow) -> bool:
    """Say whether two limits, or two consequences, are in the same words."""
    if one.type != other.type:
        return False
    left, right = _words(one.content), _words(other.content)
    fewest = min(len(left), len(right))
    if fewest < _FEWEST:
        return (one.content or "").casefold() == (other.content or "").casefold()
    if one.status != other.status and one.trigger != other.trigger:
        return len(left & right) >= _SHARED * max(len(left), len(right))
    return len(left & right) >= _SHARED * fewest


def _covers(one: PartRow, other: PartRow) -> bool:
    """Say whether the goods of one are all that the other is about."""
    inside = _categories(other) <= _categories(one)
    return inside and not _says_more(other) and (one.claim != other.claim)


def _says_more(row: PartRow) -> bool:
    """Say whether a wish names more than goods: "to mend its roads and perhaps buy tar"."""
    if row.content is None:
        return False
    before = min(
        (row.content.find(good.text) for good in row.goods if good.text in row.content), default=-1
    )
    return before > 0 and len(_WORDS.findall(row.content[:before])) > _BEFORE_GOODS


def _same_act(one: PartRow, other: PartRow, goods: bool) -> bool:
    """Goods that pass the same way are one matter, whatever the deal is called."""
    if one.goods or other.goods:
        return (
            goods and _one_way(one, other) and (one.type == "REQUEST") == (other.type == "REQUEST")
        )
    if one.type != other.type or (one.mode and other.mode and one.mode != other.mode):
        return False
    return one.type in _ONE_OCCASION or one.trigger == other.trigger


def _same_plan(one: PartRow, other: PartRow) -> bool:
    """Say whether two articles tell of one plan: what is to come has no day by which linking could
    know it again, but seldom has anybody two plans for one act within weeks."""
    if not {one.status, other.status} <= _TO_COME or not one.published or not other.published:
        return False
    days = (date.fromisoformat(row.published[:10]) for row in (one, other) if row.published)
    first, last = sorted(days)
    alike = one.type == other.type and one.mode == other.mode and _same_days(one, other, bare=True)
    goods = _categories(one) == _categories(other) and (one.goods or one.trigger == other.trigger)
    near = (last - first).days <= _WEEKS
    return alike and bool(goods) and near and _same_states(one, other)


def _same_states(one: PartRow, other: PartRow) -> bool:
    """Say whether the sides are those of the same states, whoever acts for them: "Rome" and its
    premier are one side, its premier and its minister are two."""
    for left, right in ((one.actors, other.actors), (one.recipients, other.recipients)):
        if {party.country or party.name for party in left} != {
            party.country or party.name for party in right
        }:
            return False
        names = [{party.actor_id or party.name for party in side} for side in (left, right)]
        states = any((party.actor_id or "").startswith("state.") for party in (*left, *right))
        if not states and not (names[0] <= names[1] or names[1] <= names[0]):
            return False
    return True


def _one_way(one: PartRow, other: PartRow) -> bool:
    """Say whether the goods pass the same way; an end that one does not tell parts nothing."""
    ends = _ends(one, other)
    apart = any(left and right and not left & right for left, right in ends)
    return not apart and (any(left & right for left, right in ends) or _halves(one, other))


def _halves(one: PartRow, other: PartRow) -> bool:
    """Say whether one page tells who would give a thing, and elsewhere who would get the same."""
    (giver, other_giver), (receiver, other_receiver) = _ends(one, other)
    told = (giver and other_receiver) or (other_giver and receiver)
    whole = (giver and receiver) or (other_giver and other_receiver)
    same = {good.category for good in one.goods} == {good.category for good in other.goods}
    to_come = {one.status, other.status} <= _TO_COME and one.article == other.article
    return bool(told) and not whole and same and to_come


def _ends(one: PartRow, other: PartRow) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return who gives by the one and the other, and who gets."""
    return [(_end(one, side), _end(other, side)) for side in ("giver", "receiver")]


def _end(row: PartRow, side: str) -> frozenset[str]:
    """Return who hands over the goods, or who gets them; nobody where the text does not tell."""
    named = {"actor": row.actors, "recipient": row.recipients}
    ends = {getattr(good, side) for good in row.goods}
    return frozenset(one.country or one.name for end in ends if end for one in named[end])


def _same_parties(one: PartRow, other: PartRow) -> bool:
    """Say whether one names nobody whom the other does not name."""
    left, right = _parties(one), _parties(other)
    return bool(left and right) and (left <= right or right <= left)


def _parties(row: PartRow) -> frozenset[str]:
    return frozenset(one.actor_id or one.name for one in (*row.actors, *row.recipients))


def _same_days(one: PartRow, other: PartRow, bare: bool = False) -> bool:
    """Say whether the text gives both the same days; of two articles, else their publication.

    bare: what the text does not date counts as the same.
    A denial seldom gives the day of what it denies; of two words in one sentence, one has the day.
    """
    loose = denies(one) != denies(other) or one.sentence == other.sentence
    if loose and (None, None) in (_days(one), _days(other)):
        return True
    recent = one.article == other.article and "vague" in (one.grain, other.grain)
    if recent and (None, None) in (_days(one), _days(other)):
        return True  # "met recently", and "the summit"
    if one.article != other.article and not bare:
        return (one.day_from, one.day_to) == (other.day_from, other.day_to)
    return _days(one) == _days(other)


def _days(row: PartRow) -> tuple[str | None, str | None]:
    return (row.day_from, row.day_to) if row.dated == "claim" else (None, None)


def _share_goods(one: PartRow, other: PartRow) -> bool:
    return bool(_categories(one) & _categories(other))


def _categories(row: PartRow) -> frozenset[str]:
    """Return the kinds of goods, the first part of each category alone: arms, food, energy."""
    return frozenset(good.category.split(".")[0] for good in row.goods)


def _words(text: str | None) -> frozenset[str]:
    words: Iterable[str] = _WORDS.findall((text or "").lower())
    return frozenset(word for word in words if len(word) > _SHORT)
