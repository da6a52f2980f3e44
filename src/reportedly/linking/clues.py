"""What tells whether two acts are one beside who, what and when: how they are told."""

from __future__ import annotations

from functools import cache

from reportedly.linking.points import points
from reportedly.linking.tellings import Telling
from reportedly.linking.wording import listed, word_rows
from reportedly.linking.words import likeness, root_of
from reportedly.records import Status

#: what a point is for, and how much it is worth
Part = tuple[str, float]
#: statuses of what is or was done
DONE = frozenset({Status.HAPPENED, Status.ONGOING})
#: statuses of what has not been done yet
TO_COME = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL})


@cache
def _stands() -> frozenset[str]:
    return frozenset(map(root_of, word_rows()["stands"]))


def statuses(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth how far the two acts have come."""
    p, found = points().statuses, list[Part]()
    states = (one.status, other.status)
    if (one.status in DONE) != (other.status in DONE):
        found.append(("done, and not done", p.mixed))
    if _denied(one) != _denied(other):
        found.append(("one has not been done", p.negated))
        if one.account.id != other.account.id and not (one.verbal or other.verbal):
            found.append(("not done, in another article", p.negated_elsewhere))
    if TO_COME.issuperset(states):
        found.append(("both to come", p.both_to_come))
    found += _kept(one, other)
    if Status.ONGOING in states:
        found.append(("goes on", p.ongoing + (p.both_ongoing if states[0] is states[1] else 0.0)))
        if one.account.id == other.account.id:
            found.append(("goes on in one article", p.ongoing_one_article))
    return found


def _kept(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth that the one is done by the same to the same as the other plans, or
    was not done on the days for which it was planned."""
    p = points().statuses
    plan, deed = (one, other) if one.status is Status.PLANNED else (other, one)
    if _missed_since(plan, deed):
        return [("planned for days past by the same, and not done", p.kept)]
    missed = deed.status is Status.NEGATED and deed.days.end is not None and plan.days.end
    over = deed.status in DONE or missed
    if not (plan.status is Status.PLANNED and over and _alike(plan, deed)):
        return []
    first, last = plan.days.start or plan.account.day, plan.days.end
    start = deed.days.start or deed.account.day
    end = deed.days.end or start
    if first is None or start is None or end is None or start < first:
        return []
    if last is not None:
        return [("planned for those days by the same", p.kept)] if end <= last else []
    soon = plan.days.start is None and (end - first).days <= p.soon
    return [("planned not long before by the same", p.kept_soon)] if soon else []


def _missed_since(plan: Telling, deed: Telling) -> bool:
    """Tell whether a plan by the same to the same is told not to have been carried out, soon after
    the days for which it was made and without any of its own: "he did not make that journey"."""
    due, told = plan.days.end, deed.account.day
    undone = plan.status is Status.PLANNED and deed.status is Status.NEGATED and deed.off is None
    if not undone or deed.days.end is not None or deed.claim.voices or due is None or told is None:
        return False
    return 0 <= (told - due).days <= points().statuses.soon and _alike(plan, deed)


def _alike(plan: Telling, deed: Telling) -> bool:
    """Tell whether two acts are of one kind and by the same to the same, one side by its name."""
    if (plan.type, plan.mode) != (deed.type, deed.mode) or plan.wording.further:
        return False
    if plan.mode is None and plan.act.isdisjoint(deed.act) and plan.goods.isdisjoint(deed.goods):
        return False
    if plan.actors.isdisjoint(deed.actors) or plan.recipients.isdisjoint(deed.recipients):
        return False
    return not (
        plan.named_actors.isdisjoint(deed.named_actors)
        and plan.named_recipients.isdisjoint(deed.named_recipients)
    )


def _denied(telling: Telling) -> bool:
    """Tell whether an act is said not to have been done; whoever denies it speaks of the act."""
    return telling.status is Status.NEGATED and not telling.claim.voices and telling.off is None


def worded(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth how the two acts are worded, but for likeness."""
    p, a, b, found = points().wording, one.wording, other.wording, list[Part]()
    if a.form == b.form:
        found.append(("same form of the word", p.same_form))
    found += _voices(one, other)
    if a.known or b.known:
        found.append(("told as known", p.known + (p.both_known if a.known and b.known else 0.0)))
        found += _known_again(one, other)
        found += _taken_up(one, other)
    elif (one.actors | one.recipients).isdisjoint(other.actors | other.recipients):
        found.append(("nobody in common, and not told as known", p.new_nobody))
    if a.ordinals and b.ordinals and a.ordinals.isdisjoint(b.ordinals):
        found.append(("another one of a row", p.other_ordinal))
    if a.further or b.further:
        verbal = one.verbal or other.verbal
        found.append(("told as another one", p.further + (p.further_words if verbal else 0.0)))
    if one.account.id == other.account.id and (a.plural or b.plural):
        found.append(("several of them in one article", p.plural_one_article))
    if one.account.id == other.account.id and one.act & other.act & _stands():
        found.append(("one of many stands", p.stands_one_article))
    if a.lasting or b.lasting:
        same = not (
            one.actors.isdisjoint(other.actors) or one.recipients.isdisjoint(other.recipients)
        )
        found.append(("goes on for long", p.lasting + (0.0 if same else p.lasting_others)))
    if a.empty and b.empty and not one.act.isdisjoint(other.act):
        found.append(("an empty word", p.empty))
    return found + _beside(one, other)


def _unknown_name(one: Telling, other: Telling) -> bool:
    """Tell whether of two deeds in two dated articles one has names beside it that the other
    article does not know, and the other has none."""
    if one.account.id == other.account.id or one.verbal or other.verbal:
        return False
    if not (one.account.day and other.account.day):
        return False
    ours, theirs = one.names_beside, other.names_beside
    known = other.account.knows if ours else one.account.knows
    return bool(ours) != bool(theirs) and not any(map(known, ours or theirs))


def _voices(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth who tells of the two: one and the same, or two of one article."""
    p = points().wording
    ours, theirs = ({v.name for v in t.claim.voices if v.name} for t in (one, other))
    if ours & theirs:
        return [("voice in common", p.same_voice)]
    here = one.account.id == other.account.id and not (one.verbal or other.verbal)
    return [("told by two in one article", p.other_voice)] if here and ours and theirs else []


def _known_again(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth that one article tells two acts as known."""
    p, a, b = points().wording, one.wording, other.wording
    if not (a.known and b.known) or one.account.id != other.account.id:
        return []
    found = [("told as known again", p.again_known)] if a.form == b.form else []
    deeds = not (one.verbal or other.verbal or one.attack or other.attack)
    return [*found, ("deeds, both told as known", p.known_deeds)] if deeds else found


def _attacks(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth that two attacks, or those two articles are about, have one name."""
    p, a, b, found = points().wording, one.attack, other.attack, list[Part]()
    if a is None or b is None:
        return []
    if not a.names.isdisjoint(b.names) and not _called_alike(one, other):
        found.append(("an attack by one name", p.one_attack))
    if one.account.id != other.account.id and not a.main.isdisjoint(b.main):
        found.append(("both articles are about an attack by one name", p.both_about))
    return found


def _taken_up(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth that an act is told as known, here and there or after it was told."""
    p = points().wording
    first, then = sorted((one, other), key=lambda telling: telling.claim.trigger.start)
    if one.account.id == other.account.id:
        taken_up = then.wording.known and not first.wording.known
        found = [("told, and then as known", p.then_known)] if taken_up else []
        return [*found, *_words_taken_up(one, other)]
    a, b = one.wording, other.wording
    both = a.known and b.known and not (a.plural or b.plural)
    return [("told as known in two articles", p.known_elsewhere)] if both else []


def _words_taken_up(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth that an act in words of somebody is told as known, by nobody: "the
    inquiry" is whose the article tells."""
    if not (one.verbal or other.verbal) or one.act.isdisjoint(other.act):
        return []
    bare = [t for t in (one, other) if not t.names_somebody]
    if len(bare) != 1 or not bare[0].wording.definite:
        return []
    return [("words taken up", points().wording.words_taken_up)]


def _beside(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth which names and figures stand beside the acts."""
    p, a, b, found = points().wording, one.wording, other.wording, list[Part]()
    if a.modifiers and b.modifiers and a.modifiers.isdisjoint(b.modifiers):
        found.append(("named otherwise", p.other_modifiers))
    if _of_two_kinds(one, other):
        found.append(("of another kind", p.other_kind))
    if a.named and b.named:
        same = not a.named.isdisjoint(b.named)
        found.append(("named alike", p.named_alike) if same else ("named apart", p.named_apart))
    if _called_alike(one, other):
        found.append(("called by one name", p.called_alike))
    if _unknown_name(one, other):
        found.append(("by a name unknown to the other", p.unknown_name))
    found += _attacks(one, other)
    if a.figures and b.figures:
        same = not a.figures.isdisjoint(b.figures)
        found.append(
            ("same figures", p.same_figures) if same else ("other figures", p.other_figures)
        )
    if one.account.id == other.account.id:
        places = (one.claim.sentence.start, other.claim.sentence.start)
        if abs(places[0] - places[1]) < p.near_by:
            found.append(("close to each other", p.near))
        if places[0] == places[1] and listed(one.claim, other.claim):
            found.append(("in one list", p.listed))
    return found


def _of_two_kinds(one: Telling, other: Telling) -> bool:
    """Tell whether one word for two acts has two words before it: "nuclear test", "missile test".

    Not where the other sentence has the word somewhere else.
    """
    ours, theirs = one.wording.kind, other.wording.kind
    if not ours or not theirs or ours == theirs or one.act.isdisjoint(other.act):
        return False
    return theirs not in map(root_of, one.sentence) and ours not in map(root_of, other.sentence)


def _called_alike(one: Telling, other: Telling) -> bool:
    """Tell whether two deeds go by one name and one word, be it that they went by it before."""
    if one.verbal or other.verbal or one.act.isdisjoint(other.act):
        return False
    return not one.called.isdisjoint(other.called)


def likenesses(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth how alike the words beside the acts are, and what is said."""
    p, found = points().wording, list[Part]()
    share = min(1.0, likeness(one.wording.beside, other.wording.beside))
    found.append((f"words beside it {share:.2f} alike", share * most_likeness(one, other)))
    if (one.verbal or other.verbal) and likeness(
        one.wording.content, other.wording.content
    ) < p.little:
        found.append(("little of what is said in common", p.other_content))
    return found


def most_likeness(one: Telling, other: Telling) -> float:
    """Return what the likenesses are worth at most."""
    p = points().wording
    return p.beside + (p.beside_words if one.verbal or other.verbal else 0.0)
