"""Which words of a sentence belong to a class of words: what the classes' own sentences ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import WordClass
from reportedly.lexicons.marks import Marked

#: what a class's words may be → how their tags begin
_TAGS = {
    "verb": ("VB",),
    "noun": ("NN",),
    "adjective": ("JJ",),
    "adverb": ("RB", "WRB"),
    "modal": ("MD",),
    "preposition": ("IN", "TO", "RP"),
    "pronoun": ("PRP", "WP", "DT", "WDT", "EX", "NN"),
    "determiner": ("DT", "PDT", "WDT", "PRP$", "WP$"),
    "conjunction": ("CC", "IN", "WRB", "RB"),
    "number": ("CD",),
}


def unclassed(entry: WordClass, marked: Marked, sentences: Iterable[Sentence]) -> str:
    """Return which marked words are none of the class, "" when all are."""
    spans = marked.spans.get("x", ())
    if not spans:
        return "no word is marked {x:…}"
    parsed = list(sentences)
    missed = [
        marked.text[start:end]
        for start, end in spans
        if not any(class_words(entry, s, (start, end)) for s in parsed)
    ]
    return "; ".join(f"{words!r} is not one of its words" for words in missed)


def class_words(entry: WordClass, s: Sentence, span: tuple[int, int] | None = None) -> list[str]:
    """Return the class's words in the sentence that the span touches (None: all of them).

    What is no single token ("last night", "9/11") counts wherever it stands in the text.
    """
    tags, own = _TAGS[entry.pos] if entry.pos else ("",), set(entry.words)
    start, end = span or (0, s.ends[-1])
    single = [
        s.words[i]
        for i in range(len(s))
        if s.starts[i] < end
        and start < s.ends[i]
        and s.tags[i].startswith(tags)
        and not own.isdisjoint((s.lemmas[i], s.words[i].lower(), s.words[i]))
    ]
    return single + [text for at, text in _phrases(entry, s) if at < end and start < at + len(text)]


def _phrases(entry: WordClass, s: Sentence) -> Iterator[tuple[int, str]]:
    """Yield (offset, text) of the class's words that are more than letters."""
    for word in entry.words:
        if not word.isalpha():
            capitals = re.NOFLAG if word != word.lower() else re.IGNORECASE
            for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", s.text, capitals):
                yield s.offset + match.start(), match[0]
