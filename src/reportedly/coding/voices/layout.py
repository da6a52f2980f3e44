"""Attributions without a verb: prepositional phrases, and speakers shown by layout alone.

"According to Kyiv, …"; "PENCE: …"; "Putin: Russia will …"; "… : report"; "… - sources";
"“…” — Name".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary
from reportedly.coding.voices.extent import trim
from reportedly.coding.voices.quotation_marks import MARK_WORDS
from reportedly.lexicons import Cue

CLAUSE_HEADS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
COLON, DASHES = ":", frozenset({"—", "―", "–", "--", "-"})
#: a name in front of a colon, or behind a dash, has at most so many tokens
LONGEST_NAME = 5
#: a content shorter than this is a label ("Date: Monday"), not speech
SHORTEST = 3

Found = tuple[int | None, tuple[int, int], list[int], Cue, int]


def clause_above(sentence: Sentence, i: int) -> int:
    """Return the head of the smallest clause that holds i."""
    s = sentence
    while s.heads[i] != i and s.tags[i] not in CLAUSE_HEADS:
        i = s.heads[i]
    while s.deps[i] in {"conj", "xcomp"} and s.heads[i] != i:
        i = s.heads[i]
    return i


@dataclass(frozen=True, slots=True)
class Layouts:
    """The attributions of one sentence that no verb, noun or adjective makes."""

    sentence: Sentence
    vocabulary: Vocabulary

    def at(self, i: int) -> Iterator[Found]:
        """Yield (source, cue, content, entry, depth) of what begins or turns at token i."""
        word = self.sentence.words[i].lower()
        for cue in self.vocabulary.cues.get((word, "phrase"), ()):
            if word == COLON or word in DASHES:
                found = self._front(i, cue) or self._behind(i, cue)
            else:
                found = self._phrase(i, cue)
            if found is not None:
                yield found
                return

    def _phrase(self, i: int, cue: Cue) -> Found | None:
        s = self.sentence
        tail = tuple((cue.particle or "").split())
        last = i + len(tail)
        if tuple(word.lower() for word in s.words[i + 1 : last + 1]) != tail:
            return None
        source = self._object_of(i, last)
        if source is None:
            return None
        inside = set(s.subtree(i)) | set(range(i, last + 1)) | set(s.subtree(source))
        clause = clause_above(s, s.heads[i])
        top = self._reported(i, clause)
        for k in s.kids(top, "conj"):  # "…, according to Kyiv, and Rome will pay"
            if k > i and s.kid(k, "nsubj", "nsubjpass") is not None:
                inside |= {*s.subtree(k), *(c for c in s.kids(top, "cc", "punct") if i < c < k)}
        content = trim(s, [t for t in s.subtree(top) if t not in inside])
        depth = sum(1 for _ in s.path(top)) - (top != clause)  # outside the report that it holds
        return (source, (i, last), content, cue, depth) if content else None

    def _reported(self, i: int, top: int) -> int:
        """Return the clause that phrase i gives the source of; its head is the token top, or above.

        Behind a comma it is the whole report: "Oslo warned that it would pay, according to Rome".
        """
        s = self.sentence
        while s.deps[top] == "ccomp" and s.heads[top] < top < i and s.words[i - 1] == ",":
            if (s.lemmas[s.heads[top]], "verb") not in self.vocabulary.cues:
                break
            top = s.heads[top]
        return top

    def _object_of(self, i: int, last: int) -> int | None:
        s = self.sentence
        for k in range(i, last + 1):
            for child in s.kids(k, "pobj"):
                if child > last:
                    return child
        return None

    def _front(self, i: int, cue: Cue) -> Found | None:
        """Return "PENCE: …" and "Police: three men …": a name or source that opens the sentence."""
        s = self.sentence
        if s.words[i] != COLON or not 0 < i <= LONGEST_NAME:
            return None
        head = self._head(0, i - 1)
        opens = self.sentence.heads[i] > i and s.among(head, "headline_sources")
        if not (self._name(0, i - 1) or opens):
            return None
        content = trim(s, range(i + 1, len(s)))
        if len(content) < SHORTEST or not self._spoken(content):
            return None
        return head, (i, i), content, cue, 0

    def _behind(self, i: int, cue: Cue) -> Found | None:
        """Return "… - sources", "…: report" and "“…” — Name": who ends the sentence."""
        s = self.sentence
        end = len(s) - 1
        while end > i and s.words[end] in {".", *MARK_WORDS}:
            end -= 1
        if i == 0 and s.words[0] in DASHES and 0 < end <= LONGEST_NAME and self._name(1, end):
            return self._head(1, end), (0, 0), [], cue, 0  # the quotation is the sentence before
        if not 0 < end - i <= LONGEST_NAME or i < SHORTEST:
            return None
        if any(s.tags[k] in CLAUSE_HEADS | {"PRP", "PRP$"} for k in range(i + 1, end + 1)):
            return None
        quoted = s.words[i - 1] in MARK_WORDS or (i > 1 and s.words[i - 2] in MARK_WORDS)
        head = self._head(i + 1, end)
        named = self._name(i + 1, end) and (quoted or self._tail(i))
        content = trim(s, range(i))
        if not (named or self._reports(i, head, quoted)) or not self._spoken(content):
            return None
        return head, (i, i), content, cue, 0

    def _tail(self, i: int) -> bool:
        """Return whether the mark is that of a headline's tail, which hangs on the news before."""
        s = self.sentence
        return s.deps[i] == "punct" and s.heads[i] < i and s.words[-1] not in {".", "!", "?"}

    def _reports(self, i: int, head: int, quoted: bool) -> bool:
        """Return whether a noun behind the mark names a source."""
        plain = self.sentence.words[i] == COLON or quoted or self._tail(i)
        return plain and self._source(head)

    def _source(self, head: int) -> bool:
        s = self.sentence
        return (s.lemmas[head], "noun") in self.vocabulary.cues or s.among(head, "headline_sources")

    def _head(self, first: int, last: int) -> int:
        """Return the token of first..last that stands above the others, the last of them."""
        s = self.sentence
        inner = range(first, last + 1)
        tops = [k for k in inner if s.heads[k] not in inner or s.heads[k] == k]
        return next((k for k in reversed(tops) if s.is_noun(k)), last)

    def _name(self, first: int, last: int) -> bool:
        """Return whether the tokens are one capitalised name, and no label or place line."""
        s = self.sentence
        words = [s.words[k] for k in range(first, last + 1)]
        if any(s.among(k, "headline_labels") for k in range(first, last + 1)):
            return False
        proper = [s.is_proper(k) for k in range(first, last + 1)]
        return all(proper) and all(word[0].isupper() for word in words)

    def _spoken(self, content: list[int]) -> bool:
        """Return whether the content holds a verb, or begins with a quotation mark."""
        s = self.sentence
        marked = s.words[content[0]] in MARK_WORDS if content else False
        return marked or any(s.tags[t] in CLAUSE_HEADS for t in content)
