"""Headlines with a Capital on Every Word, read as a sentence: "Rebels Free Nuns Held In Camp".

The tagger takes such words for names. Those that the lexicons know as plain words get their small
letter for it; names keep theirs, and offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from reportedly.lexicons import Cue, Good, Lexicons, Operator, Predicate, Role, Support, WordClass

#: first word → the words of each name, what a gazetteer looks for
Names = Mapping[str, Sequence[tuple[tuple[str, ...], int, str]]]
#: how many words such a line has, and how many of them are plain
_FEWEST, _MOST, _PLAIN = 4, 30, 3
#: shorter words may be small: "of", "in"
_LONG = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: tags under which a form may be one of a known word
_TAGS = ("VBZ", "VBD", "VBG", "NNS", "JJR")


class TitleCase:
    """Knows which words of a line in title case are plain ones."""

    def __init__(self, lexicons: Lexicons, lemma: Callable[[str, str], str], names: Names) -> None:
        self._known, self._lemma, self._names = _plain_words(lexicons), lemma, names

    def __call__(self, text: str) -> str:
        """Return the text with its plain words small where all of them are capitalised."""
        if text.rstrip()[-1:] == ".":
            return text
        words = list(_WORD.finditer(text))
        if not _FEWEST <= len(words) <= _MOST:
            return text
        if any(len(m[0]) >= _LONG and not m[0][0].isupper() for m in words):
            return text
        held = self._held([m[0] for m in words])
        plain = [m for n, m in enumerate(words) if n not in held and self._is_plain(m[0])]
        if sum(len(m[0]) >= _LONG for m in plain) < _PLAIN:
            return text
        letters = list(text)
        for m in plain:
            letters[m.start()] = letters[m.start()].lower()
        return "".join(letters)

    def _held(self, words: Sequence[str]) -> set[int]:
        """Return which words are part of a known name, its possessive included."""
        bare = [re.sub(r"['’]s$", "", word) for word in words]
        found: set[int] = set()
        for n, word in enumerate(bare):
            for name, _, _ in self._names.get(word, ()):
                plain = tuple(part for part in name if part.isalpha())
                if tuple(bare[n : n + len(plain)]) == plain:
                    found |= set(range(n, n + len(plain)))
        return found

    def _is_plain(self, word: str) -> bool:
        if len(word) > 1 and word.isupper():
            return False
        low = word.lower()
        return low in self._known or any(self._lemma(low, tag) in self._known for tag in _TAGS)


def _plain_words(lexicons: Lexicons) -> frozenset[str]:
    """Return the words that the lexicons know by a small letter."""
    found = {entry.lemma for entry in lexicons.table(Predicate)}
    found |= {entry.lemma for entry in lexicons.table(Cue)}
    found |= {entry.lemma for entry in lexicons.table(Operator)}
    found |= {entry.lemma for entry in lexicons.table(Support)}
    found |= _single(name for one in lexicons.table(Role) for name in (one.name, *one.names))
    found |= _single(name for one in lexicons.table(Good) for name in (one.name, *one.names))
    listed = (one for one in lexicons.table(WordClass) if not one.name.endswith("_names"))
    found |= _single(word for one in listed for word in one.words)
    return frozenset(found)


def _single(names: Iterable[str]) -> set[str]:
    return {name for name in names if name.isalpha() and name.islower()}
