"""Which classes of words a token is of: the lexicons' own word lists, looked up once a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

NO_CLASSES: frozenset[str] = frozenset()


class WordClasses:
    """Tells the classes of a word by its form and lemma; answers are remembered.

    classes: name → words. A word counts by its lower-cased form and by its lemma; one with a
    capital letter counts only as it is written.
    """

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        found: dict[str, set[str]] = {}
        for name, words in classes.items():
            for word in words:
                found.setdefault(word, set()).add(name)
        self._classes = {word: frozenset(names) for word, names in found.items()}
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def __call__(self, word: str, lemma: str) -> frozenset[str]:
        """Return the names of the classes that the word is of."""
        key = (word, lemma)
        found = self._known.get(key)
        if found is None:
            forms = {word, word.lower(), lemma}
            found = NO_CLASSES.union(*(self._classes.get(form, NO_CLASSES) for form in forms))
            self._known[key] = found
        return found
