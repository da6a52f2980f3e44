"""The members of a cast as parties, at every head that means them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportedly.coding.cast.figures import Figure, Linked
from reportedly.coding.cast.gathering import Cast
from reportedly.coding.cast.likeliest import least
from reportedly.coding.cast.memory import faded, has_name
from reportedly.coding.cast.naming import INSIDE_A_NAME
from reportedly.coding.cast.party import Party, Sort
from reportedly.coding.cast.standing import Standing
from reportedly.records import MentionForm

#: why a mention is held for a figure by other words than its own
BY_OTHERS = frozenset({"description", "together", INSIDE_A_NAME})


#: how sure the country of whomever a pronoun means must be, where it is open who that is
SAME_COUNTRY = 0.6


def standings(cast: Cast) -> Mapping[int, Mapping[int, Standing]]:
    """Return who stands at which heads, by the numbers of sentences."""
    found: dict[int, dict[int, Standing]] = {}
    for figure in cast.figures:
        parties = parties_of(figure)
        for link in figure.links:
            if not parties and link.country(SAME_COUNTRY) is None:
                continue
            if link.reason not in {"together", INSIDE_A_NAME}:
                row = found.setdefault(link.mention.number, {})
                row[link.mention.head] = _standing(link, figure, parties)
    return found


def _standing(link: Linked, figure: Figure, parties: tuple[Party, ...]) -> Standing:
    kind = link.mention.pronoun
    own = link.mention.form is not MentionForm.PRONOUN and link.reason not in BY_OTHERS
    reason = link.reason if kind is None else f"{link.reason}, {kind.number.value}"
    told = figure.party is not None or bool(figure.members)
    sure = own or (bool(parties) and link.sure >= least(reason))
    return Standing(parties, sure, own and bool(parties), told, link.country(SAME_COUNTRY))


def parties_of(figure: Figure) -> tuple[Party, ...]:
    """Return the figure as a party, several named side by side as theirs; () for a place and for
    what is only "it"."""
    if figure.members:
        each = [parties_of(member) for member in figure.members]
        return tuple(party for parties in each for party in parties) if all(each) else ()
    if figure.sort is Sort.PLACE or (figure.party is None and figure.sort is None):
        return ()
    known = figure.party or _untold(figure)
    if known is None:
        return ()
    return (
        faded(
            replace(
                known,
                name=known.name if has_name(known) or known.actor_id else figure.name or known.name,
                country=known.country or figure.country,
                role=known.role or figure.role,
                gender=figure.gender or known.gender,
            )
        ),
    )


def _untold(figure: Figure) -> Party | None:
    """Return the party of whoever only a noun without a role tells: "the cosplayer"."""
    first = next((one.mention for one in figure.links if one.mention.text), None)
    if first is None:
        return None
    person = True if figure.sort is Sort.PERSON else None if figure.several else False
    return Party(
        first=0,
        last=0,
        head=0,
        name=first.text,
        named=False,
        person=person,
        plural=bool(figure.several),
        collective=figure.sort is Sort.BODY,
    )
