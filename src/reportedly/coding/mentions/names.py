"""Known names and roles: longest match over the tokens of a sentence.

Names match exactly as written, roles by lemma and in any case. One pass a sentence; where
two matches overlap the longer wins, then the earlier.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reportedly.coding.mentions.longer_names import alone
from reportedly.coding.mentions.match import Match
from reportedly.coding.mentions.name_rows import NameRows, Rows, named, rows_of
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Good, Lexicons, Organisation, Person, Role, State

Entry = State | Organisation | Person | Role | Good
Words = tuple[str, ...]


class Opened(NamedTuple):
    """The names that begin with one word: how long they are, longest first, and what each is."""

    lengths: tuple[int, ...]
    names: dict[Words, tuple[Entry, str]]


Table = dict[str, Opened]
NOBODY = (None, "")


class Gazetteer:
    """Finds entries in sentences. tokenize and lemmatize are the parser's own.

    rows: the names of these lexicons as tokens, where they have been made already.
    """

    def __init__(
        self,
        lexicons: Lexicons,
        tokenize: Callable[[str], list[str]],
        lemmatize: Callable[[str], str],
        rows: NameRows | None = None,
    ) -> None:
        rows = rows or rows_of(lexicons, tokenize, lemmatize)
        self._lemmatize = lemmatize
        self._names = _joined(rows.names, named(lexicons))
        self._roles = _joined(rows.roles, lexicons.table(Role))
        self._goods = _joined(rows.goods, lexicons.table(Good))
        self._not_in = rows.not_in

    def names(self, sentence: Sentence, roles: Sequence[Match] = ()) -> list[Match]:
        """Return the proper names in the sentence, in text order, none overlapping.

        roles: what the sentence has of them; beside one a name is no part of a longer name.
        """
        found = _longest(sentence.words, self._names)
        found = sorted((*found, *self._shared(sentence, found)), key=lambda match: match.first)
        free = [
            _without_article(sentence, match)
            for match in found
            if match.form != "other" and not _half(sentence, match)
        ]
        return alone(sentence, free, roles)

    def roles(self, sentence: Sentence) -> list[Match]:
        """Return the role nouns in the sentence, in text order, none overlapping."""
        return self._fitting(sentence, self._roles)

    def apart(
        self, sentence: Sentence, roles: Sequence[Match], names: Sequence[Match]
    ) -> list[Match]:
        """Return the roles, those that begin inside a name cut to what is left behind it.

        "European Union leaders" are leaders, not union leaders.
        """
        found = []
        for role in roles:
            name = next((n for n in names if n.first < role.first <= n.last < role.last), None)
            if name is None or not sentence.is_proper(name.last):
                found.append(role)
                continue
            bare = self._bare(sentence)
            rest = _longest(bare[name.last + 1 : role.last + 1], self._roles)
            moved = [
                replace(m, first=m.first + name.last + 1, last=m.last + name.last + 1) for m in rest
            ]
            found += [m for m in moved if self._fits(sentence, bare, m)]
        return found

    def goods(self, sentence: Sentence) -> list[Match]:
        """Return the goods in the sentence, in text order, none overlapping."""
        return self._fitting(sentence, self._goods)

    def _shared(self, sentence: Sentence, found: Sequence[Match]) -> list[Match]:
        """Return the names whose last words stand once for two: "North" and South Korea."""
        words, shared = sentence.words, []
        for match in found:
            one = match.first - 2
            if one < 0 or match.first == match.last or not sentence.among(one + 1, "list_joiners"):
                continue
            whole = (words[one], *words[match.first + 1 : match.last + 1])
            opened = self._names.get(words[one])
            entry, form = opened.names.get(whole, NOBODY) if opened else NOBODY
            if entry is not None and entry is not match.entry:
                shared.append(Match(one, one, entry, form))
        return shared

    def _fitting(self, sentence: Sentence, table: Table) -> list[Match]:
        bare = self._bare(sentence)
        return [m for m in _longest(bare, table) if self._fits(sentence, bare, m)]

    def _bare(self, sentence: Sentence) -> tuple[str, ...]:
        return tuple(
            self._lemmatize(word) if tag[0] == "N" else word
            for word, tag in zip(map(str.lower, sentence.words), sentence.tags, strict=True)
        )

    def _fits(self, sentence: Sentence, bare: tuple[str, ...], match: Match) -> bool:
        """Return whether the match's last word is a noun there and stands in no other phrase."""
        if not sentence.is_noun(match.last) or _surname(sentence, match):
            return False
        for phrase in self._not_in[match.entry.id]:
            if phrase and phrase[0] not in bare:
                continue
            low = max(0, match.first - len(phrase))
            for at in range(low, match.last + 1):
                if bare[at : at + len(phrase)] == phrase:
                    return False
        return True


def _joined(rows: Rows, entries: Sequence[Entry]) -> Table:
    return {first: _opened(found, entries) for first, found in rows.items()}


def _opened(found: Sequence[tuple[Words, int, str]], entries: Sequence[Entry]) -> Opened:
    names: dict[Words, tuple[Entry, str]] = {}
    for words, number, form in found:
        names.setdefault(words, (entries[number], form))
    return Opened(tuple(sorted({len(words) for words in names}, reverse=True)), names)


def _longest(words: Words, table: Table) -> list[Match]:
    found: list[Match] = []
    for i, word in enumerate(words):
        opened = table.get(word)
        if opened is None:
            continue
        for length in opened.lengths:
            name = words[i : i + length]
            if name in opened.names:
                found.append(Match(i, i + len(name) - 1, *opened.names[name]))
                break
    return _apart(found)


def _apart(found: list[Match]) -> list[Match]:
    """Return those of the matches that overlap no longer one, nor an earlier one as long."""
    if all(one.last < other.first for one, other in pairwise(found)):
        return found
    taken: set[int] = set()
    kept = []
    for match in sorted(found, key=lambda match: match.first - match.last):
        tokens = range(match.first, match.last + 1)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(match)
    return sorted(kept, key=lambda match: match.first)


def _surname(sentence: Sentence, match: Match) -> bool:
    """Return whether a one-word role is somebody's name: "Singer said", not "President Keller"."""
    i = match.last
    person = isinstance(match.entry, Role) and match.entry.person
    if not person or match.first != i or sentence.tags[i] != "NNP" or i == 0:
        return False
    if sentence.among(i - 1, "titles"):
        return True
    title = i + 1 < len(sentence) and sentence.is_proper(i + 1)
    modified = sentence.deps[i - 1] in {"det", "amod", "compound", "case", "poss", "nmod"}
    return not title and not modified and sentence.kid(i, "det", "amod", "compound", "poss") is None


def _half(sentence: Sentence, match: Match) -> bool:
    """Return whether the name is the first half of a word: "US-backed", "Liberia-flagged"."""
    after = match.last + 1
    if after + 1 >= len(sentence) or sentence.words[after] not in {"-", "–"}:
        return False
    whole = sentence.starts[after] == sentence.ends[match.last]
    glued = sentence.starts[after + 1] == sentence.ends[after]
    return whole and glued and sentence.words[after + 1].islower()


def _without_article(sentence: Sentence, match: Match) -> Match:
    """Return the match from its second word on where the first is an article.

    So that it stands in its noun phrase: "the United States | Navy". "The Hague" stays whole.
    """
    word = sentence.words[match.first]
    own = match.form == "seat" or match.entry.name.startswith("The ")
    if match.first < match.last and (word == "the" or (word == "The" and not own)):
        return replace(match, first=match.first + 1)
    return match
