"""Who an article speaks of: a chain for each person, state, body, group or place."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.records.base import Record
from reportedly.records.spans import Span
from reportedly.records.terms import EntityKind, MentionForm


class Mention(Span, frozen=True, kw_only=True):
    """Words that speak of somebody or of a place.

    form    name ("Anna Ruiz"), phrase ("the minister") or pronoun ("her")
    reason  why it is held for that one: "name", "surname", "apposition", "same words" …; "new"
            for the first mention of somebody
    sure    0.0–1.0: the share of such links that are right
    """

    form: MentionForm
    reason: str
    sure: float = 1.0


class Entity(Record, frozen=True, kw_only=True):
    """What all mentions of a chain tell together. Unknown is null.

    kind      person, state, organization, group or place; null where the article does not tell
    name      its fullest name, else its first description
    country   ISO 3166-1 alpha-3, or an IGO, NGO or MNC code, as of an actor
    actor_id  id of the lexicon entry; null for whoever no lexicon knows
    """

    kind: EntityKind | None = None
    name: str
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    actor_id: str | None = None


class Chain(Record, frozen=True, kw_only=True):
    """All mentions of one entity in an article, in text order; iterating yields them."""

    entity: Entity
    mentions: tuple[Mention, ...]

    def __iter__(self) -> Iterator[Mention]:
        return iter(self.mentions)

    def __len__(self) -> int:
        return len(self.mentions)
