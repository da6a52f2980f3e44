"""What is known of who is in a sentence before anybody is resolved, and who can be asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reportedly.coding.cast.memory import Memory
from reportedly.coding.cast.party import Party
from reportedly.coding.mentions.match import Match
from reportedly.coding.mentions.noun_phrases import covering
from reportedly.coding.sentences.sentence import Sentence

#: what somebody says, and who
Speaker = tuple[frozenset[int], Party]


#: a sentence and the first and last token of a name → the country of the town or region that
#: it names, None where that is not clear
CountryAt = Callable[[Sentence, int, int], str | None]


def _nowhere(_: Sentence, __: int, ___: int) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with its known names and roles, and what the article has told so far.

    when          the article's date, ISO 8601, or None
    city_country  says in which country a town or region lies
    speakers      who says which tokens, once that is known
    """

    sentence: Sentence
    names: tuple[Match, ...] = ()
    roles: tuple[Match, ...] = ()
    memory: Memory = field(default_factory=Memory)
    when: str | None = None
    city_country: CountryAt = _nowhere
    speakers: tuple[Speaker, ...] = ()

    def speaker(self, i: int) -> Party | None:
        """Return who says token i, None where nobody does."""
        return next((party for content, party in self.speakers if i in content), None)


def scene_of(
    sentence: Sentence,
    names: Sequence[Match],
    roles: Sequence[Match],
    memory: Memory,
    when: str | None,
    city_country: CountryAt = _nowhere,
) -> Scene:
    """Return the scene; a role inside a known name ("Prince" of a band) is none."""
    free = tuple(role for role in roles if not _inside(role, covering(names, role.last)))
    return Scene(sentence, tuple(names), free, memory, when, city_country)


def _inside(role: Match, name: Match | None) -> bool:
    return name is not None and name.first <= role.first and name.last >= role.last


class Who(Protocol):
    """Whoever can say who a token is; the resolver, for the steps that it is made of."""

    def resolve(self, i: int) -> tuple[Party, ...]:
        """Return who the noun phrase headed by token i names; () when it names nobody."""
        ...

    def owner(self, i: int) -> tuple[Party, ...]:
        """Return whoever the thing headed by token i belongs to or comes from."""
        ...
