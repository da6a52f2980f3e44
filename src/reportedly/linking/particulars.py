"""What it is worth how particular two acts are, and what is said where they are acts in words."""

from __future__ import annotations

import math

from reportedly.linking.clues import DONE, Part
from reportedly.linking.points import points
from reportedly.linking.tellings import Telling
from reportedly.linking.words import likeness, rarity, root_of


def particulars(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth how far the two tell of one particular act."""
    p, a, b, found = points().particular, one.particular, other.particular, list[Part]()
    if a.bare or b.bare:
        found.append(("told as any", p.bare + (p.both_bare if a.bare and b.bare else 0.0)))
    if (a.habit or b.habit) and one.account.id != other.account.id:
        found.append(("told as a habit", p.habit_elsewhere))
    if a.unreal or b.unreal:
        found.append(("told as what would have been", p.unreal))
    if a.alike > 1 or b.alike > 1:
        found.append(("one of many", p.many * math.log(max(a.alike, b.alike))))
    doubt = p.sure - min(one.claim.confidence, other.claim.confidence)
    if doubt > 0:
        found.append(("a doubtful claim", p.doubt * doubt))
    ours = one.named_actors | one.named_recipients
    rare = max(map(rarity, ours & (other.named_actors | other.named_recipients)), default=0.0)
    found.append(("a rare name in common", p.rare * rare))
    return found + _across(one, other) + _beside(one, other) + _said(one, other)


def _beside(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth which names two deeds of one article stand beside."""
    p, verbal = points().particular, one.verbal or other.verbal
    if one.account.id != other.account.id or verbal or one.told is other.told:
        return []
    names = len(_common(one, other) & one.account.words.names)
    return [("names in common beside them", p.names * min(names, p.most_names))]


def _common(one: Telling, other: Telling) -> frozenset[str]:
    """Return the words that two sentences have in common, parties and acts left out."""
    known = one.actors | one.recipients | other.actors | other.recipients | one.act | other.act
    return (one.sentence & other.sentence) - known


def _across(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth what acts of two articles have in common; nothing in one article."""
    p, found = points().particular, list[Part]()
    if one.account.id == other.account.id:
        return []
    if one.status in DONE or other.status in DONE:
        found.append(("done, in two articles", p.done_elsewhere))
    if one.particular.topical and other.particular.topical and not one.act.isdisjoint(other.act):
        found.append(("both articles are about such acts", p.topic))
    common = math.fsum(map(rarity, _common(one, other)))
    found.append(("rare words in common", p.words * min(common, p.most_words)))
    if _said_otherwise(one, other) and "ACCUSE" in (one.type, other.type):
        found.append(("accused of something else", p.other_accusation))
    return found


def _said(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth what is said; nothing for deeds."""
    p, a, b, found = points().particular, one.particular, other.particular, list[Part]()
    if not (one.verbal or other.verbal):
        return []
    if one.account.id != other.account.id and not a.runs.isdisjoint(b.runs):
        found.append(("words in a row in common", p.run))
    if a.behind.weights and b.behind.weights and likeness(a.behind, b.behind) < p.little:
        found.append(("something else is said", p.other_said))
    new = not (one.wording.known or other.wording.known)
    form = one.wording.form == other.wording.form
    if one.account.id == other.account.id and new and form and _apart(one, other):
        found.append(("the same of something else", p.same_of_other))
    return found


def _apart(one: Telling, other: Telling) -> bool:
    """Tell whether both say what is asked, promised or blamed, and it has nothing in common."""
    ours, theirs = one.particular.content, other.particular.content
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _said_otherwise(one: Telling, other: Telling) -> bool:
    """Tell whether acts in words are apart, and neither sentence has what the other one says."""
    if not (one.verbal or other.verbal) or not _apart(one, other):
        return False
    ours, theirs = map(root_of, one.sentence), map(root_of, other.sentence)
    return one.particular.content.isdisjoint(theirs) and other.particular.content.isdisjoint(ours)
