"""Names to figures: one for all forms, cuts and short forms of a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportedly.coding.cast.figures import Figure
from reportedly.coding.cast.memory import has_name
from reportedly.coding.cast.mentioned import Mentioned, slot_of
from reportedly.coding.cast.party import Sort
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.mentions.noun_phrases import covering, name_tokens
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import MentionForm

#: the reason of a mention that is part of another name
INSIDE_A_NAME = "inside a name"
POSSESSIVES = ("'s", "’s", "'", "’")


def plain(name: str) -> str:
    """Return a name as it is compared: without accents, capitals, article and possessive."""
    flat = unicodedata.normalize("NFKD", name)
    flat = "".join(c for c in flat if not unicodedata.combining(c)).casefold().strip()
    for mark in POSSESSIVES:
        flat = flat.removesuffix(mark)
    return " ".join(flat.removeprefix("the ").replace(".", "").split())


@dataclass(slots=True)
class Names:
    """The figures of an article by what they are called."""

    known: dict[str, Figure] = field(default_factory=dict)

    def place(self, mention: Mentioned, resolver: Resolver) -> tuple[Figure, str]:
        """Return the figure that a mention by name or with a named party means, and why."""
        keys = keys_of(mention, resolver)
        for at, key in enumerate(keys[:1] if keys[0].startswith("=") else keys):
            figure = self.known.get(key)
            if figure is not None and figure.may_be(mention.sort):
                self._call(figure, mention, keys)
                return figure, "name" if at == 0 else "short name"
        figure = None if keys[0].startswith("=") else self._cut(keys[-1], mention.sort)
        reason = "short name"
        if figure is None:
            figure, reason = Figure(), "new"
        self._call(figure, mention, keys)
        return figure, reason

    def inside(self, words: str) -> Figure | None:
        """Return whom a part of a longer name means by itself, None for no one person or place."""
        name = plain(words)
        figure = self.known.get(name)
        surname = self.known.get(name.split()[-1]) if " " in name else None
        if figure is None and surname is not None and surname.sort in {None, Sort.PERSON}:
            figure = surname
        if figure is None:
            fits = [self.known[key] for key in self.known if key.endswith(" " + name)]
            people = [one for one in fits if one.sort is Sort.PERSON]
            figure = people[0] if people and all(one is people[0] for one in people) else None
        return figure

    def _call(self, figure: Figure, mention: Mentioned, keys: Sequence[str]) -> None:
        figure.told_as(mention.sort)
        for key in keys:
            self.known.setdefault(key, figure)

    def _cut(self, name: str, sort: Sort | None) -> Figure | None:
        """Return the one figure whose names this one is a cut of, or they of it."""
        fits: list[Figure] = []
        for known, figure in self.known.items():
            if known.startswith("=") or not figure.may_be(sort):
                continue
            cut = _shortened(name.split(), known.split(), figure.sort or sort)
            if cut and all(figure is not one for one in fits) and self._agree(name, figure):
                fits.append(figure)
        return fits[0] if len(fits) == 1 else None

    def _agree(self, name: str, figure: Figure) -> bool:
        """Return whether no full name of the figure's is another's than this: "Ana", "Leo Ruiz"."""
        words = name.split()
        full = [key.split() for key, one in self.known.items() if one is figure and " " in key]
        return len(words) == 1 or all(_within(words, one) or _within(one, words) for one in full)


def _within(short: Sequence[str], full: Sequence[str]) -> bool:
    """Return whether the words of the one stand in the other, in that order."""
    rest = iter(full)
    return all(word in rest for word in short)


def inner_names(
    row: Sequence[Mentioned], resolver: Resolver, names: Names
) -> Iterator[tuple[Mentioned, Figure]]:
    """Yield the names that longer names begin with, and whose they are: "Lima | Steel".

    Only of whoever the article names elsewhere, or of a town that the gazetteer knows.
    """
    s = resolver.sentence
    heads = {mention.head for mention in row}
    for mention in row:
        if not s.is_proper(mention.head) or mention.sort is Sort.PERSON:
            continue
        proper = [k for k in range(mention.first, mention.head) if s.is_proper(k)]
        if not proper:
            continue
        first = proper[0]
        for last in range(mention.head - 1, first - 1, -1):
            if last in heads or not all(s.is_proper(k) for k in range(first, last + 1)):
                continue
            figure = names.inside(s.slice(first, last))
            if figure is None and resolver.scene.city_country(s, first, last) is not None:
                figure = Figure(sort=Sort.PLACE)
            if figure is not None:
                inner = replace(mention, first=first, last=last, head=last, parties=(), sort=None)
                yield inner, figure
                break


def late_names(
    number: int, row: Sequence[Mentioned], resolver: Resolver, names: Names
) -> Iterator[tuple[Mentioned, Figure]]:
    """Yield the surnames that look like common nouns until the article has told of their bearers.

    "Okoro resigns" in a headline, before "the treasurer, Ada Okoro".
    """
    s, heads = resolver.sentence, {mention.head for mention in row}
    for i in range(len(s)):
        common = s.tags[i] in {"NN", "NNS"} and s.words[i][0].isupper() and i not in heads
        figure = names.known.get(plain(s.words[i])) if common else None
        if figure is not None and figure.sort is Sort.PERSON:
            word = s.words[i]
            yield Mentioned(
                number, i, i, i, MentionForm.NAME, Sort.PERSON, word,
                definite=True, slot=slot_of(s, i), text=word,
            ), figure  # fmt: skip


def keys_of(mention: Mentioned, resolver: Resolver) -> list[str]:
    """Return what a mention's figure is looked up by, surest first; ids begin with "="."""
    s, i = resolver.sentence, mention.head
    known = covering(resolver.scene.names, i)
    party = mention.party
    first, last = name_tokens(s, i, [*resolver.scene.names, *resolver.scene.roles])
    words = s.slice(known.first, known.last) if known is not None else s.slice(first, last)
    if party is not None and party.actor_id is not None:
        if known is not None and is_where(s, i, known.form):
            return [f"=city:{plain(words)}", plain(words)]
        return [f"={party.actor_id}", plain(words)]
    named = [plain(party.name)] if party is not None and has_name(party) else []
    if party is not None and not named:
        words = s.slice(mention.first, mention.last)
    own = [plain(words)] if mention.form is MentionForm.NAME else []
    return list(dict.fromkeys((*named, *own))) or [plain(words)]


def is_where(s: Sentence, i: int, form: str) -> bool:
    """Return whether a capital or a part of a state is meant as a place, and not as who acts."""
    if form == "place":
        return True
    if form != "capital":
        return False
    if s.deps[i] == "pobj":
        return not s.among(s.heads[i], "sharing_prepositions") and s.lemmas[s.heads[i]] not in {
            "by", "with", "between", "against", "to", "from",
        }  # fmt: skip
    return s.deps[i] not in {"nsubj", "nsubjpass", "poss", "conj", "dobj", "dative"}


def _shortened(short: Sequence[str], full: Sequence[str], sort: Sort | None) -> bool:
    """Return whether one name is a cut of another: "Ruiz", "Grand Mosque", "SDF"."""
    if len(short) > len(full):
        short, full = full, short
    if short == full or not short:
        return False
    if len(short) == 1 and len(full) > 2 and len(short[0]) == len(full) and len(short[0]) > 2:
        return short[0] == "".join(word[0] for word in full)
    tail = list(full[-len(short) :]) == list(short)
    head = list(full[: len(short)]) == list(short)
    if sort is Sort.PERSON:
        return tail or (head and len(full) == 2)
    if sort is None:
        return tail and len(full) < 4 and len(short[-1]) > 3
    return (tail and len(short) > 1) or (sort is Sort.BODY and head and len(short) == 1)
