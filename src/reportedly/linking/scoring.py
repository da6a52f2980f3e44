"""How alike two claims are, in points, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.linking import clues
from reportedly.linking.clues import TO_COME, Part
from reportedly.linking.particulars import particulars
from reportedly.linking.points import points
from reportedly.linking.sides import parties
from reportedly.linking.tellings import TITLE, Telling
from reportedly.linking.when import when
from reportedly.linking.words import likeness
from reportedly.records import Reason, Status

#: below every score
_EVERY = -1_000_000


class Score(NamedTuple):
    """Points in hundredths, so that sums do not depend on their order, and what they are for."""

    hundredths: int
    parts: tuple[tuple[str, float], ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return what the points are for, as a decision shows it."""
        return tuple(Reason(what=what, points=round(worth, 2)) for what, worth in self.parts)


def comparable(one: Telling, other: Telling) -> bool:
    """Tell whether two claims could be one event: one type, or one word for the act."""
    if _has_not_been(one, other) or _has_not_been(other, one):
        return False
    return one.type == other.type or not one.act.isdisjoint(other.act)


def _has_not_been(one: Telling, other: Telling) -> bool:
    """Tell whether one says that such a thing has not been done since some day, and the other that
    it is to come: "no talks since 1953" are not the talks that may be held."""
    never = one.status is Status.NEGATED and one.off is None and not one.claim.voices
    spell = one.days.start is not None and one.days.end is None
    return never and spell and other.status in TO_COME


def score(one: Telling, other: Telling) -> Score:
    """Return how alike the two are; the order of the two does not matter."""
    return Scorer().of(one, other)


class Scorer:
    """Scores many pairs: what two articles know of each other is found once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int | None] = {}
        self._shares: dict[tuple[str, str], float] = {}

    def of(self, one: Telling, other: Telling) -> Score:
        """Return how alike the two are."""
        found = self.above(_EVERY, one, other)
        assert found is not None  # nothing takes so much away
        return found

    def above(self, least: int, one: Telling, other: Telling) -> Score | None:
        """Return how alike the two are, None where that is `least` hundredths or below.

        Most pairs are far below, and their passages are then not even compared.
        """
        same_word = not one.act.isdisjoint(other.act)
        p = points().articles
        most = p.likeness + (p.likeness_same_word if same_word else 0.0)
        if one.account.id == other.account.id:
            most *= p.one_article_likeness
        act, between = _act(one, other, same_word), _around_it(one, other, same_word)
        sure = [("base", points().base), *act, *between]
        sure += [*parties(one, other), *_things(one, other), *when(one, other)]
        sure += [*clues.statuses(one, other), *clues.worded(one, other)]
        sure += particulars(one, other)
        # the passages are at most wholly alike, and so are the sentences
        open_ = most * p.most + p.alike
        open_ += max(0.0, _sentence_points(one, other, points().sentences.most)[1])
        open_ += points().sentences.repeated
        likest = clues.most_likeness(one, other)
        if _hundredths(sure) + round((open_ + likest) * 100) <= least:
            return None
        sure += [*self._strangers(one, other), *clues.likenesses(one, other)]
        if _hundredths(sure) + round(open_ * 100) <= least:
            return None
        share = min(1.0, likeness(one.passage, other.passage))
        alike = (f"passages {share:.2f} alike", min(share, p.most) * most)
        found = [*sure, alike, *_sentences(one, other), *self._alike(one, other)]
        parts = tuple((what, worth) for what, worth in found if worth)
        total = Score(_hundredths(parts), parts)
        return total if total.hundredths > least else None

    def _strangers(self, one: Telling, other: Telling) -> list[Part]:
        """Return what it is worth that two articles know few of each other's first names."""
        a, b = one.account, other.account
        if a.id == b.id:
            return []
        key = _two(a.id, b.id)
        if key not in self._known:
            self._known[key] = _known_names(one, other)
        known, p = self._known[key], points().articles
        if known is None or known >= len(p.strangers):
            return []
        return [(f"{known} of their first names in common", p.strangers[known])]

    def _alike(self, one: Telling, other: Telling) -> list[Part]:
        """Return what it is worth how alike two articles are as wholes."""
        a, b = one.account, other.account
        if a.id == b.id:
            return []
        key = _two(a.id, b.id)
        if key not in self._shares:
            self._shares[key] = min(1.0, likeness(a.words, b.words))
        share, p = self._shares[key], points().articles
        found = [(f"articles {share:.2f} alike", share * p.alike)]
        copied = share >= p.copies and one.act.isdisjoint(other.act)
        if copied and likeness(one.told, other.told) < p.copied:
            found.append(("another sentence of a copy", p.other_sentence))
        return found


def _two(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _hundredths(parts: Sequence[Part]) -> int:
    return sum([round(worth * 100) for _, worth in parts])


def _act(one: Telling, other: Telling, same_word: bool) -> list[Part]:
    p, found = points().act, list[Part]()
    same_type = one.type == other.type
    if same_word:
        found.append(("same word", p.same_word if same_type else p.same_word_other_type))
    if not same_type:
        found.append(("other type", p.other_type))
    elif one.mode == other.mode:
        none = one.mode is None
        found.append(("same type", p.no_mode) if none else ("same mode", p.same_mode))
    elif one.mode is None or other.mode is None:
        found.append(("mode of one only", p.one_mode))
    if same_type and one.mode and one.mode == other.mode:
        found += _mode(one, other, same_word)
    if same_type and (worth := p.types.get(one.type or "")):
        found.append((f"both {one.type}", worth))
    return found


def _mode(one: Telling, other: Telling, same_word: bool) -> list[Part]:
    """Return what it is worth of which mode two acts of one mode are, here or in two articles."""
    p, here = points().act, one.account.id == other.account.id
    worth = (p.modes_one_article if here else p.modes_elsewhere).get(one.mode or "", 0.0)
    found = [(f"both {one.mode}", worth)] if worth else []
    if not (here or same_word or one.verbal or other.verbal):
        found.append(("two words for one mode", p.other_word_elsewhere))
    return found


def _around_it(one: Telling, other: Telling, same_word: bool) -> list[Part]:
    """Return what it is worth where the two stand: in dated reports, in one article."""
    p, found = points().articles, list[Part]()
    if one.account.day and other.account.day:
        worth = p.dated + (p.dated_words if one.verbal or other.verbal else 0.0)
        if one.account.id == other.account.id:
            worth += p.dated_one_article
            worth += p.dated_words_one_article if one.verbal or other.verbal else 0.0
        found.append(("published, so one of many", worth))
    if one.account.id == other.account.id:
        if same_word:
            found.append(("same word in one article", p.one_article_same_word))
        if one.claim.sentence.start == other.claim.sentence.start:
            again = p.one_sentence_same_word if same_word and not _taken_up(one, other) else 0.0
            found.append(("one sentence", p.one_sentence + again))
        if one.lead != other.lead and (same_word or one.type == other.type):
            found.append(("at the head of the article", p.lead))
        if same_word and (one.lead == TITLE) != (other.lead == TITLE):
            found.append(("a headline told again", p.headline))
    return found


def _taken_up(one: Telling, other: Telling) -> bool:
    """Tell whether a sentence tells an act and then takes it up: "a raid, … the raid"."""
    first, then = sorted((one, other), key=lambda telling: telling.claim.trigger.start)
    return then.wording.definite and not first.wording.known and not then.wording.further


def _known_names(one: Telling, other: Telling) -> int | None:
    """Return how many of the first names of two articles the other one knows; None without any."""
    a, b = one.account, other.account
    known = [*map(b.knows, a.names), *map(a.knows, b.names)]
    return sum(known) if known else None


def _sentences(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth what the two sentences have in common; nothing for one sentence."""
    if one.account.id == other.account.id and one.told is other.told:
        return []
    found = [_sentence_points(one, other, likeness(one.told, other.told))]
    p, few = points().sentences, min(len(one.sentence), len(other.sentence))
    within = one.account.id == other.account.id and not one.act.isdisjoint(other.act)
    if within and few and len(one.sentence & other.sentence) >= p.most_of_it * few:
        found.append(("told again in full", p.repeated))
    return found


def _sentence_points(one: Telling, other: Telling, share: float) -> Part:
    p, verbal = points().sentences, one.verbal or other.verbal
    if one.account.id == other.account.id:
        usual = p.words_one_article if verbal else p.deeds_one_article
    else:
        usual = p.words if verbal else p.deeds
    return f"sentences {share:.2f} alike", usual.worth * (min(share, p.most) - usual.usual)


def _things(one: Telling, other: Telling) -> list[Part]:
    p, found = points().things, list[Part]()
    if one.goods and other.goods:
        same = any(_akin(a, b) for a in one.goods for b in other.goods)
        found.append(("same good", p.same_good) if same else ("other good", p.other_good))
    if one.place and one.place == other.place:
        found.append(("same place", p.same_place))
    elif one.place and other.place:
        found.append(("other place", p.other_place))
    elsewhere = one.country and other.country and one.country != other.country
    # one name, found in two countries: one of the two is read wrong
    if elsewhere and not (one.place and one.place == other.place):
        found.append(("other country", p.other_country))
    return found


def _akin(one: str, other: str) -> bool:
    """Tell whether one category is the other or lies below it: arms, arms.ammunition."""
    few, many = sorted((one, other), key=len)
    return few == many or many.startswith(few + ".")
