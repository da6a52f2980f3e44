"""Two fields of a claim that cannot both be right: each rule empties the weaker one.

What is emptied is unknown; nothing is put in its place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from reportedly.coding.analysis import Analysis
from reportedly.coding.grammar.passive import passive
from reportedly.coding.predicates.conditions import FORCE
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import Actor, Claim, Good, Status


@dataclass(frozen=True, slots=True)
class Around:
    """What a rule may look at beside the claim: its sentence, the other claims, the day."""

    analysis: Analysis
    claims: Sequence[Claim]
    published: dt.date | None


#: acts against somebody
HOSTILE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "REJECT", "SANCTION", "THREATEN"})
#: what is done to persons alone
CUSTODY = frozenset({("COERCE", "arrest"), ("SANCTION", "convict"), ("ASSAULT", "abduct")})
#: a change of one field and the words that it loses
Change = tuple[str, object, str]
Rule = Callable[[Claim, Around], Iterator[Change]]


def _accuser_did_it(claim: Claim, around: Around) -> Iterator[Change]:
    """Whoever accuses does not do what it accuses of: neither by a verb nor by a bare noun."""
    s = around.analysis.sentence
    for other in around.claims:
        if other.type != "ACCUSE" or other is claim or not _under(claim, other, s):
            continue
        own = s.subtree(_at(claim, s))
        inside = (s.starts[own[0]], s.ends[own[-1]])
        verb = s.is_verb(_at(claim, s))
        guilty = [
            actor for actor in claim.actors
            if any(_same(actor, one) for one in other.actors)
            and (verb or not inside[0] <= actor.start < inside[1])
        ]  # fmt: skip
        yield from _without("actors", claim.actors, guilty)
        return


def _target_did_it(claim: Claim, around: Around) -> Iterator[Change]:
    """Whoever is "singled out for killing" kills nobody, unless the verb above blames them."""
    s, i = around.analysis.sentence, _at(claim, around.analysis.sentence)
    up = s.heads[s.heads[i]]
    aimed = s.deps[i] in {"pcomp", "pobj"} and s.words[s.heads[i]].lower() == "for"
    bare = claim.type in FORCE and not claim.recipients and s.kid(i, "dobj") is None
    if aimed and bare and passive(s, up) and not s.among(up, "blaming_verbs"):
        yield from _without("actors", claim.actors, claim.actors)


def _accuser_meant(claim: Claim, around: Around) -> Iterator[Change]:
    """Whoever is hostile to another, "after it shelled a village", hardly means itself."""
    s = around.analysis.sentence
    if claim.type not in FORCE or claim.status not in (Status.HAPPENED, Status.ONGOING):
        return
    at = _at(claim, s)
    clauses = {s.heads[k] for k in (at, *s.path(at)) if s.deps[k] == "advcl"}
    for other in around.claims:
        if other.type in HOSTILE and other.recipients and _at(other, s) in clauses:
            meant = [
                actor for actor in claim.actors
                if any(_same(actor, one) for one in other.actors) and _is_pronoun(actor, s)
            ]  # fmt: skip
            yield from _without("actors", claim.actors, meant)
            return


def _victim_accused(claim: Claim, around: Around) -> Iterator[Change]:
    """Whom an act of force hits is not whom the condemnation of that act accuses."""
    s = around.analysis.sentence
    if claim.type != "ACCUSE":
        return
    for other in around.claims:
        force = other.type in FORCE
        if other is claim or not force or s.is_verb(_at(other, s)) or not _under(other, claim, s):
            continue
        hit = [one for one in claim.recipients
               if any(_same(one, victim) for victim in other.recipients)]  # fmt: skip
        yield from _without("recipients", claim.recipients, hit)
        return


def _court_did_it(claim: Claim, around: Around) -> Iterator[Change]:
    """A court that tries somebody neither did the violence nor is tried itself."""
    s = around.analysis.sentence
    if claim.type == "ASSAULT":
        yield from _without("actors", claim.actors, [a for a in claim.actors if _is_court(a, s)])
    if claim.type == "SANCTION" and claim.mode == "convict":
        tried = [one for one in claim.recipients if _is_court(one, s)]
        yield from _without("recipients", claim.recipients, tried)


def _is_court(party: Actor, s: Sentence) -> bool:
    words = s.covered(party.start, party.end)
    return party.sector == "JUD" and any(s.among(i, "trying_bodies") for i in words)


def _both_sides(claim: Claim, _: Around) -> Iterator[Change]:
    """Nobody does it to the very words that name the doer."""
    twice = [one for one in claim.recipients
             if any((one.start, one.end) == (a.start, a.end) for a in claim.actors)]  # fmt: skip
    yield from _without("recipients", claim.recipients, twice)


def _on_itself(claim: Claim, _: Around) -> Iterator[Change]:
    """Nobody lays hands on the one who does it: "Felt grappled with his place in history"."""
    if claim.type not in FORCE:
        return
    names = {one.name for one in claim.actors if one.name[:1].isupper()}
    twice = [one for one in claim.recipients if one.name in names and not one.country]
    if twice and len(claim.actors) == len(claim.recipients) == 1:
        yield from _without("recipients", claim.recipients, twice)
        yield from _without("actors", claim.actors, claim.actors)


def _thing_in_custody(claim: Claim, _: Around) -> Iterator[Change]:
    """Whatever "it" is, nobody arrests or tries it."""
    if (claim.type, claim.mode) in CUSTODY:
        things = [one for one in claim.recipients if (one.text or "").lower() == "it"]
        yield from _without("recipients", claim.recipients, things)


def _time_as_party(claim: Claim, around: Around) -> Iterator[Change]:
    """The words of a day are no party. Whoever is known by more than their words may be one."""
    times = [(c.time.text_start, c.time.text_end) for c in around.claims if c.time]
    for where in ("actors", "recipients"):
        parties: tuple[Actor, ...] = getattr(claim, where)
        bare = [p for p in parties if p.name == p.text and not (p.country or p.sector or p.role)]
        days = [p for p in bare if any(a <= p.start and p.end <= b for a, b in times)]
        yield from _without(where, parties, days)


def _country_against_place(claim: Claim, _: Around) -> Iterator[Change]:
    """A town in a party's name is one town: it cannot lie elsewhere as the claim's place.

    Where the town is the party, the place is the weaker reading; else the party's country is.
    """
    place = claim.place
    if place is None or place.country is None:
        return
    for where in ("actors", "recipients"):
        parties: tuple[Actor, ...] = getattr(claim, where)
        wrong = [p for p in parties if p.start <= place.start and place.end <= p.end
                 and p.country not in (None, place.country)]  # fmt: skip
        if any((p.start, p.end) == (place.start, place.end) for p in wrong):
            yield "place", None, f"{place.text}: {place.country}"
            return
        if wrong:
            fresh = tuple(
                msgspec.structs.replace(p, country=None, actor_id=None) if p in wrong else p
                for p in parties
            )
            yield where, fresh, ", ".join(f"{p.text}: {p.country}" for p in wrong)


def _both_hands(claim: Claim, _: Around) -> Iterator[Change]:
    """Nobody hands a good over to the same side."""
    same = [g for g in claim.goods if g.giver is not None and g.giver == g.receiver]
    if same:
        fresh = tuple(
            msgspec.structs.replace(g, giver=None, receiver=None) if g in same else g
            for g in claim.goods
        )
        yield "goods", fresh, ", ".join(good.text for good in same)


def _somebody_as_good(claim: Claim, _: Around) -> Iterator[Change]:
    """Who takes a part in an act is not at once the arms that are handed over."""
    parties = [p for p in (*claim.actors, *claim.recipients) if p.sector or p.role]
    things = [g for g in claim.goods if g.category.startswith("arms")
              and any(p.start <= g.start and g.end == p.end for p in parties)]  # fmt: skip
    yield from _without("goods", claim.goods, things)


def _done_before_its_day(claim: Claim, around: Around) -> Iterator[Change]:
    """What has happened did not happen after the day of publication."""
    if claim.status is not Status.HAPPENED or around.published is None or claim.time is None:
        return
    if claim.time.start and claim.time.start > around.published.isoformat():
        yield "time", None, claim.time.text


def _without(
    where: str, held: Sequence[Actor] | Sequence[Good], wrong: Sequence[Actor | Good]
) -> Iterator[Change]:
    if wrong:
        yield (
            where,
            tuple(one for one in held if one not in wrong),
            ", ".join(w.text for w in wrong),
        )


def _same(one: Actor, other: Actor) -> bool:
    if (one.start, one.end) == (other.start, other.end):
        return True
    known = one.actor_id is not None and one.actor_id == other.actor_id
    return known or one.name.casefold() == other.name.casefold()


def _is_pronoun(party: Actor, s: Sentence) -> bool:
    return any(s.tags[i] == "PRP" for i in s.covered(party.start, party.end))


def _at(claim: Claim, s: Sentence) -> int:
    """Return the token of the claim's trigger."""
    return next(i for i in range(len(s)) if s.ends[i] > claim.trigger.start)


def _under(inner: Claim, outer: Claim, s: Sentence) -> bool:
    """Return whether the inner act is what the outer one is about, and not one beside it."""
    top, i = _at(outer, s), _at(inner, s)
    for k in (i, *s.path(i)):
        if k == top:
            return k != i
        beside = {"conj", "nsubj", "nsubjpass"} if s.heads[k] == top else set()
        if s.deps[k] in {"advcl", "relcl", *beside}:
            return False
        if s.deps[k] == "prep" and s.among(k, "presupposing_prepositions"):
            return False
    return False


RULES: dict[str, Rule] = {
    "accuser_did_it": _accuser_did_it,
    "target_did_it": _target_did_it,
    "accuser_meant": _accuser_meant,
    "victim_accused": _victim_accused,
    "court_did_it": _court_did_it,
    "both_sides": _both_sides,
    "on_itself": _on_itself,
    "thing_in_custody": _thing_in_custody,
    "time_as_party": _time_as_party,
    "country_against_place": _country_against_place,
    "both_hands": _both_hands,
    "somebody_as_good": _somebody_as_good,
    "done_before_its_day": _done_before_its_day,
}
