"""Which words of a sentence belong to a class of words: what the classes' own sentences ask."""

from __future__ import annotations

from collections.abc import Iterable

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
    """Return the class's words among the tokens that the span touches (None: all tokens)."""
    tags, own = _TAGS[entry.pos] if entry.pos else ("",), set(entry.words)
    start, end = span or (0, s.ends[-1])
    return [
        s.words[i]
        for i in range(len(s))
        if s.starts[i] < end
        and start < s.ends[i]
        and s.tags[i].startswith(tags)
        and not own.isdisjoint((s.lemmas[i], s.words[i].lower(), s.words[i]))
    ]
