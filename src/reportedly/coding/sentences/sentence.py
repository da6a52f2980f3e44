"""The parsed sentence as plain columns: what every later step of coding reads.

No library object leaves `parser.py`; tests build sentences by hand.
Dependency labels are spaCy's (ClearNLP style), tags are Penn Treebank's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

Classify = Callable[[str, str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. Columns have one value a token; `head[i] == i` marks the root.

    start, end  offsets of each token in the article's text
    children    indices of the direct dependents, left to right
    classes     names of the lexicons' classes of words that each token is of
    forms       its words in lower case, each once
    kinds       names of the classes that any token is of
    text        the sentence's characters, exactly as in the article
    offset      where text begins in the article
    """

    text: str
    offset: int
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    classes: tuple[frozenset[str], ...]
    forms: frozenset[str]
    kinds: frozenset[str]
    root: int = field(default=0)

    def __len__(self) -> int:
        return len(self.words)

    def among(self, i: int, name: str) -> bool:
        """Return whether token i is a word of the class of that name."""
        return name in self.classes[i]

    def kids(self, i: int, *deps: str) -> list[int]:
        """Return the dependents of token i, all or those with one of the labels."""
        if not deps:
            return list(self.children[i])
        return [k for k in self.children[i] if self.deps[k] in deps]

    def kid(self, i: int, *deps: str) -> int | None:
        """Return the first dependent of token i with one of the labels, or None."""
        for k in self.children[i]:
            if self.deps[k] in deps:
                return k
        return None

    def covered(self, start: int, end: int) -> list[int]:
        """Return the tokens that share a character with text[start:end] of the article."""
        return [i for i in range(len(self.words)) if self.starts[i] < end and start < self.ends[i]]

    def path(self, i: int) -> Iterator[int]:
        """Yield i's ancestors from its head up to the root, i itself left out."""
        for _ in range(len(self.words)):
            if self.heads[i] == i:
                return
            i = self.heads[i]
            yield i

    def subtree(self, i: int) -> list[int]:
        """Return i and everything below it, in text order."""
        found, queue = [i], [i]
        while queue:
            more = self.children[queue.pop()]
            found.extend(more)
            queue.extend(more)
        return sorted(found)

    def conjuncts(self, i: int) -> list[int]:
        """Return i and the tokens coordinated below it, in text order.

        Names right behind a noun for several stand for it: "the envoys Kaur and Diaz" are two; with
        somebody beside one name, "the envoy Kaur and a guard", the noun stands for the name.
        """
        found = [i]
        for k in self.children[i]:
            if self._calls(i, k):
                rows = self.conjuncts(k)
                found = rows if self.tags[i] == "NNS" else [i, *rows[1:]]
            elif (self.deps[k] == "conj" or self._listed(k)) and not self._set_apart(k):
                found += self.conjuncts(k)
            elif self.deps[k] == "prep" and self.among(k, "accompanying"):
                found += [o for p in self.kids(k, "prep") for o in self.kids(p, "pobj")]
        return found

    def _calls(self, i: int, k: int) -> bool:
        """Return whether k is the first of several names right behind the noun i that they bear."""
        common = self.tags[i] in {"NN", "NNS"} and self.is_proper(k)
        return common and self._listed(k) and self.subtree(k)[0] == i + 1

    def _listed(self, k: int) -> bool:
        """Return whether an apposition is the middle of a list: "A, B and C"."""
        return (
            self.deps[k] == "appos"
            and self.kid(k, "cc") is not None
            and self.kid(k, "conj") is not None
        )

    def _set_apart(self, k: int) -> bool:
        """Return whether "not" keeps a noun out of a row: "Chad but not Mali"."""
        if not self.is_noun(k):
            return False
        first = self.subtree(k)[0]
        before = first > 0 and self.words[first - 1].lower() == "not"
        return before or self.kid(k, "neg") is not None

    def is_verb(self, i: int) -> bool:
        """Return whether token i is a verb form used as a verb."""
        return self.tags[i].startswith("VB") or self.tags[i] == "MD"

    def is_noun(self, i: int) -> bool:
        """Return whether token i is a common or proper noun."""
        return self.tags[i].startswith("NN")

    def is_proper(self, i: int) -> bool:
        """Return whether token i is a proper noun."""
        return self.tags[i].startswith("NNP")

    def slice(self, first: int, last: int) -> str:
        """Return the characters from token first to token last, both included."""
        return self.text[self.starts[first] - self.offset : self.ends[last] - self.offset]


def columns(
    text: str,
    offset: int,
    rows: Iterable[tuple[str, str, str, str, int, int]],
    classes: Classify,
) -> Sentence:
    """Return a Sentence of (word, lemma, tag, label, head, start) rows, start in the article.

    classes: word and lemma → names of the classes that it is of.
    """
    words, lemmas, tags, deps, heads, starts = zip(*rows, strict=True)
    found = tuple(map(classes, words, lemmas))
    children: list[list[int]] = [[] for _ in words]
    root = 0
    for i, head in enumerate(heads):
        if head == i:
            root = i
        else:
            children[head].append(i)
    return Sentence(
        text=text,
        offset=offset,
        words=words,
        lemmas=lemmas,
        tags=tags,
        deps=deps,
        heads=heads,
        starts=starts,
        ends=tuple(s + len(w) for s, w in zip(starts, words, strict=True)),
        children=tuple(map(tuple, children)),
        classes=found,
        forms=frozenset(map(str.lower, words)),
        kinds=frozenset[str]().union(*found),
        root=root,
    )
