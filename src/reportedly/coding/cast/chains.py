"""The cast as records: a chain of mentions for each figure, in text order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.coding.cast.figures import Figure, Linked
from reportedly.coding.cast.gathering import Cast
from reportedly.coding.cast.members import parties_of
from reportedly.coding.cast.party import Sort
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import Chain, Entity, EntityKind, Mention, MentionForm

KINDS = {
    Sort.PERSON: EntityKind.PERSON,
    Sort.PEOPLE: EntityKind.GROUP,
    Sort.BODY: EntityKind.ORGANIZATION,
    Sort.STATE: EntityKind.STATE,
    Sort.PLACE: EntityKind.PLACE,
}


def chains_of(cast: Cast, sentences: Sequence[Sentence]) -> list[Chain]:
    """Return a chain for each figure, in the order of their first mentions."""
    return [_chain(figure, sentences) for figure in cast.figures]


def _chain(figure: Figure, sentences: Sequence[Sentence]) -> Chain:
    mentions = tuple(_mentions(figure.links, sentences))
    return Chain(entity=_entity(figure, mentions), mentions=mentions)


def _mentions(links: Sequence[Linked], sentences: Sequence[Sentence]) -> Iterator[Mention]:
    for link in links:
        one = link.mention
        s = sentences[one.number]
        yield Mention(
            start=s.starts[one.first],
            end=s.ends[one.last],
            text=s.slice(one.first, one.last),
            form=one.form,
            reason=link.reason,
            sure=link.sure,
        )


def _entity(figure: Figure, mentions: Sequence[Mention]) -> Entity:
    parties = parties_of(figure)
    party = parties[0] if len(parties) == 1 else figure.party
    told = [one.text for one in mentions if one.form is not MentionForm.PRONOUN]
    group = figure.several or figure.members
    return Entity(
        kind=EntityKind.GROUP if group else KINDS[figure.sort] if figure.sort else None,
        name=(party.name if party else None) or figure.name or (told or [mentions[0].text])[0],
        country=(party.country if party else None) or figure.country,
        sector=party.sectors[0] if party and party.sectors else None,
        role=(party.role if party else None) or figure.role,
        actor_id=party.actor_id if party else None,
    )
