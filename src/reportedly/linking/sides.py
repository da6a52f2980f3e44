"""What it is worth who acts and is acted upon, and how many they are."""

from __future__ import annotations

from reportedly.linking.clues import Part
from reportedly.linking.points import points
from reportedly.linking.tellings import Telling


def parties(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth who acts and is acted upon here and there."""
    p, found = points().parties, list[Part]()
    if not one.actors.isdisjoint(other.actors):
        found.append(("actor in common", p.actor))
    if not one.recipients.isdisjoint(other.recipients):
        found.append(("recipient in common", p.recipient))
    if not one.named_actors.isdisjoint(other.named_actors):
        found.append(("actor's name in common", p.actor_named))
    ours, theirs = (one.actors, one.recipients), (other.actors, other.recipients)
    _sides(found, one, other)
    if not all(map(other.sentence.isdisjoint, ours)) or not all(
        map(one.sentence.isdisjoint, theirs)
    ):
        found.append(("party in the other sentence", p.in_sentence))
    _others(found, one, other)
    if one.numbers and other.numbers:
        same = not one.numbers.isdisjoint(other.numbers)
        found.append(("same number", p.same_number) if same else ("other number", p.other_number))
    elif counts := _counted_otherwise(one, other):
        found.append((counts, p.other_count))
    return found


def _sides(found: list[Part], one: Telling, other: Telling) -> None:
    """Add what it is worth that both sides agree, or one of them only."""
    p = points().parties
    sides = [
        None if not (ours and theirs) else not ours.isdisjoint(theirs)
        for ours, theirs in ((one.actors, other.actors), (one.recipients, other.recipients))
    ]
    if all(sides):
        found.append(("actor and recipient in common", p.both))
        if (one.verbal or other.verbal) and one.account.id != other.account.id:
            found.append(("words by one to one in two articles", p.words_elsewhere))
    elif True in sides and False in sides and (one.verbal or other.verbal):
        found.append(("words by one to others", p.words_one_side))
    if one.actors.isdisjoint(other.actors) and not (
        one.actors.isdisjoint(other.recipients) and other.actors.isdisjoint(one.recipients)
    ):
        found.append(("sides reversed", p.reversed))
    if not (one.verbal or other.verbal) and not (one.names_somebody and other.names_somebody):
        found.append(("a deed by nobody to nobody", p.one_nobody))
    if not (one.actors or one.recipients or other.actors or other.recipients):
        here = one.account.id == other.account.id
        found.append(("neither names anybody", p.nobody_one_article if here else p.nobody))


def _others(found: list[Part], one: Telling, other: Telling) -> None:
    """Add what speaks against it where both name somebody on a side, and nobody in common."""
    p = points().parties
    if one.account.id == other.account.id:
        for side, worth, ours, theirs in (
            ("actor", p.one_article_other_actor, one.actors, other.actors),
            ("recipient", p.one_article_other_recipient, one.recipients, other.recipients),
        ):
            if ours and theirs and ours.isdisjoint(theirs):
                found.append((f"other {side} in one article", worth))
        if _described_at_head(one, other):
            found.append(("described at the head, named below", p.described_at_head))
    for side, worth, ours, theirs in (
        ("actor", p.other_actor, one.named_actors, other.named_actors),
        ("recipient", p.other_recipient, one.named_recipients, other.named_recipients),
    ):
        if ours and theirs and ours.isdisjoint(theirs):
            found.append((f"other {side}", worth))
            if _unknown(one, other, ours, theirs):
                found.append((f"{side} unknown to the other", p.unknown_name))


def _described_at_head(one: Telling, other: Telling) -> bool:
    """Tell whether an article's head describes whom it names below, or the other way round: on a
    side that both have, without a word in common, one has a name and the other none."""
    if one.lead == other.lead or one.act.isdisjoint(other.act):
        return False
    return any(
        bool(ours and theirs) and ours.isdisjoint(theirs) and bool(named) != bool(others_named)
        for ours, theirs, named, others_named in (
            (one.actors, other.actors, one.named_actors, other.named_actors),
            (one.recipients, other.recipients, one.named_recipients, other.named_recipients),
        )
    )


def _counted_otherwise(one: Telling, other: Telling) -> str | None:
    """Return how two articles count those of whom the claims tell, where they agree on no count:
    "pirate: 23 here, 26 there". None within one article."""
    if one.account.id == other.account.id:
        return None
    ours, theirs = one.account.counted, other.account.counted
    both = sorted(kind for kind in one.kinds | other.kinds if kind in ours and kind in theirs)
    if not both or any(ours[kind] & theirs[kind] for kind in both):
        return None
    few, many = sorted((min(ours[both[0]]), min(theirs[both[0]])))
    return f"{both[0]}: {few:.10g} here, {many:.10g} there"


def _unknown(one: Telling, other: Telling, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether neither article speaks of the other's names at all."""
    return not any(map(other.account.knows, ours)) and not any(map(one.account.knows, theirs))
