"""PLOVER contexts: what a sentence, and failing that its paragraph, is about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reportedly.coding.analysis import Analysis
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary
from reportedly.records import Article


def contexts_of(
    article: Article, analysed: Sequence[Analysis], vocabulary: Vocabulary
) -> dict[int, frozenset[str]]:
    """Return the contexts of each sentence, by its offset.

    A sentence's own words decide; one that brings none takes those of its paragraph, so that
    "They met again on Friday." stays about the dam that the sentence before names.
    """
    own = [_words(analysis.sentence, vocabulary) for analysis in analysed]
    numbers = _paragraphs(article.text, [a.sentence for a in analysed])
    shared: dict[int, frozenset[str]] = {}
    for number, group in groupby(zip(numbers, own, strict=True), key=lambda row: row[0]):
        shared[number] = frozenset().union(*(found for _, found in group))
    return {
        analysis.sentence.offset: found or shared[number]
        for analysis, found, number in zip(analysed, own, numbers, strict=True)
    }


def _words(sentence: Sentence, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(c for lemma in sentence.lemmas for c in vocabulary.contexts.get(lemma, ()))


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> list[int]:
    """Return the number of each sentence's paragraph; a blank line begins a new one."""
    numbers: list[int] = []
    number = end = 0
    for sentence in sentences:
        number += "\n\n" in text[end : sentence.offset]
        numbers.append(number)
        end = sentence.offset + len(sentence.text)
    return numbers
