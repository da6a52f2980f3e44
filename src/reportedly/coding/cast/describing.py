"""Descriptions to figures: "the minister", "the country", "the rebels"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.coding.cast.figures import Figure
from reportedly.coding.cast.likeliest import Candidate
from reportedly.coding.cast.memory import shortens
from reportedly.coding.cast.mentioned import Mentioned
from reportedly.coding.cast.party import Party, Sort
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.sentences.sentence import Sentence

#: how many sentences back a description by another word may point
NEAR = 4
BEFORE = ("amod", "compound", "nmod", "nummod", "poss")
BEHIND = ("prep", "relcl", "acl")


def might_mean(
    mention: Mentioned, resolver: Resolver, figures: Sequence[Figure]
) -> list[Candidate]:
    """Return the figures that a description may point back at with their facts, latest first.

    None for one that brings in somebody new: "a minister", "another town".
    """
    s, i = resolver.sentence, mention.head
    if _opens(s, i):
        return []
    word = mention.word.lower()
    fits = ((one, _fit(mention, word, s, one)) for one in figures)
    near = [(one, fit) for one, fit in fits if fit is not None and not _apart(mention, s, one)]
    near.sort(key=lambda row: (row[0].last.number, row[0].last.head), reverse=True)
    return [
        Candidate(figure, tuple(_facts(mention, s, figure, fit, rank)))
        for rank, (figure, fit) in enumerate(near)
    ]


def _opens(s: Sentence, i: int) -> bool:
    """Return whether the phrase brings in somebody that was not spoken of before."""
    words = (k for k in s.kids(i, "det", "amod", "nummod") if s.among(k, "opening_words"))
    return any(True for _ in words)


def _fit(mention: Mentioned, word: str, s: Sentence, figure: Figure) -> str | None:
    """Return by what the figure may be meant, None where nothing speaks for it.

    word: the mention's own, in lower case.
    """
    if not figure.may_be(mention.sort):
        return None
    if word in figure.words:
        return "word"
    if figure.name is not None and not mention.several:
        if word in figure.name.lower().split():
            return "called"
        if word in (figure.role or "").lower().split():
            return "role"
    if not mention.definite or mention.several or mention.number - figure.last.number > NEAR:
        return None
    if s.among(mention.head, "paired_nouns"):
        return "class" if figure.sort is Sort.STATE else None
    return "sort" if figure.sort is mention.sort and figure.sort is not None else None


def _otherwise_called(mention: Mentioned, s: Sentence, figure: Figure) -> bool:
    """Return whether both have a field of their own: a foreign relations committee is no foreign
    affairs committee."""
    role = (figure.role or "").lower().split()
    fields = [s.words[k].lower() for k in s.kids(mention.head, "compound") if not s.is_proper(k)]
    return len(role) > 1 and any(word not in role for word in fields)


def _apart(mention: Mentioned, s: Sentence, figure: Figure) -> bool:
    """Return whether something tells that the figure is another one."""
    if figure.several is not None and figure.several != mention.several:
        return True
    if None not in (mention.gender, figure.gender) and mention.gender != figure.gender:
        return True
    party = mention.party
    role = party.role if party is not None else None
    if _otherwise_called(mention, s, figure):
        return True
    ranks = None not in (role, figure.role) and mention.word.lower() in (figure.role or "").split()
    if ranks and not (shortens(role or "", figure.role) or shortens(figure.role or "", role)):
        return True  # "the president" is no vice president
    if figure.sort is Sort.BODY and _other_sector(party, figure.party):
        return True  # "the government" is no armed group
    country = party.country if party is not None else None
    return None not in (country, figure.country) and country != figure.country


def _other_sector(party: Party | None, known: Party | None) -> bool:
    sides = [set(one.sectors) for one in (party, known) if one is not None and one.sectors]
    return len(sides) == 2 and sides[0].isdisjoint(sides[1])


def _facts(mention: Mentioned, s: Sentence, figure: Figure, fit: str, rank: int) -> Iterator[str]:
    i = mention.head
    back = mention.number - figure.last.number
    pointed = _pointed(mention, s)
    own = {s.lemmas[k].lower() for k in s.kids(i, *BEFORE)}
    told = "bare" if not own else "told" if own & figure.told else "new words"
    behind = "tail" if s.kid(i, *BEHIND) is not None else "no tail"
    sort = mention.sort.value if mention.sort else None
    yield fit
    yield f"{fit}, {pointed}"
    yield f"{fit}, {told}"
    yield f"{fit}, {pointed}, {told}, {behind}"
    yield f"{fit}, {behind}"
    yield f"{fit}, {sort}"
    yield f"{fit}, back {min(back, 6)}"
    yield f"{fit}, rank {min(rank, 3)}"
    yield f"{fit}, last by {figure.last.form.value}"
    yield f"{fit}, mentions {min(len(figure.links), 5)}"
    yield f"{pointed}, named {figure.name is not None}, {fit}"
    yield f"{fit}, several {mention.several}"
    if mention.gender is not None and figure.gender == mention.gender:
        yield f"{fit}, gender"


def _pointed(mention: Mentioned, s: Sentence) -> str:
    """Return by what word the phrase points: "the", "this", somebody's, or none."""
    if s.kid(mention.head, "poss") is not None:
        return "somebody's"
    for k in s.kids(mention.head, "det"):
        return "this" if s.words[k].lower() in {"this", "that", "these", "those"} else "the"
    return "no article"


def new(mention: Mentioned, s: Sentence, candidates: int) -> tuple[str, ...]:
    """Return the facts of the choice that the description means none of so many candidates."""
    pointed = _pointed(mention, s)
    return (
        "new",
        f"new, {pointed}",
        f"new of {min(candidates, 3)}",
        f"new, several {mention.several}",
    )
