"""Text → parsed sentences: the model's columns with our lemmas, repairs and classes of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.coding.sentences.headlines import repair_headline
from reportedly.coding.sentences.lemmas import Lemmas
from reportedly.coding.sentences.model import Columns, parsed, tokenized
from reportedly.coding.sentences.repairs import Row, repair
from reportedly.coding.sentences.sentence import Classify, Sentence, columns

#: typographic marks as the model saw them in training; each one code point, so offsets hold
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2011": "-", "\t": " ", "…": "."}
)
#: a longer paragraph is cut at white space, so that memory stays bounded
LONGEST = 20_000
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s")


class Parser:
    """Turns paragraphs into sentences. The model behind it is shared by all of one process.

    classes: word and lemma → the classes of words that it is of.
    """

    def __init__(self, classes: Classify, lemmas: Lemmas) -> None:
        self._classes, self._lemmas = classes, lemmas

    def sentences(self, paragraphs: Iterable[tuple[str, int]]) -> Iterator[list[Sentence]]:
        """Yield the sentences of each (text, offset) paragraph, in order."""
        pieces = [list(_pieces(text, offset)) for text, offset in paragraphs]
        docs = parsed(text.translate(_PLAIN) for group in pieces for text, _ in group)
        for group in pieces:
            yield [s for text, at in group for s in self._split(next(docs), text, at)]

    def tokenize(self, text: str) -> list[str]:
        """Return the tokens of a name or phrase as sentences are tokenised."""
        return tokenized(text.translate(_PLAIN))

    def lemma(self, word: str, tag: str = "NNS") -> str:
        """Return the lemma of a word form under a Penn tag."""
        return self._lemmas(word, tag)

    def _split(self, read: Columns, text: str, offset: int) -> Iterator[Sentence]:
        words, starts = read.words, read.starts
        for first, last in read.sentences:
            while first < last and words[first].isspace():
                first += 1
            while last > first and words[last - 1].isspace():
                last -= 1
            if first == last:
                continue
            table = self._rows(read, first, last, offset)
            repair(table, self._classes)
            repair_headline(table)
            end = starts[last - 1] + len(words[last - 1])
            yield columns(text[starts[first] : end], starts[first] + offset, table, self._classes)

    def _rows(self, read: Columns, first: int, last: int, offset: int) -> list[Row]:
        table: list[Row] = []
        for i in range(first, last):
            tag, head, word = read.tags[i], read.heads[i], read.words[i]
            head = head if first <= head < last else i
            if tag == "NN" and table and table[-1][2] == "TO":
                tag = "VB"  # "offered to host": the tagger leans on the noun
            elif tag == "NNS" and self._lemmas.only_verb(word):
                tag = "VBZ"  # "NATO chief denounces invasion": no noun has that form
            at = read.starts[i] + offset
            table.append((word, self._lemmas(word, tag), tag, read.deps[i], head - first, at))
        return table


def _pieces(text: str, offset: int) -> Iterator[tuple[str, int]]:
    """Yield text whole, or in pieces of at most LONGEST characters cut after a sentence."""
    while len(text) > LONGEST:
        cuts = [match.end() for match in _SENTENCE_END.finditer(text[:LONGEST])]
        at = cuts[-1] if cuts else max(text[:LONGEST].rfind(" "), LONGEST // 2)
        yield text[:at], offset
        text, offset = text[at:], offset + at
    if text.strip():
        yield text, offset
