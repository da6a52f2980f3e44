"""From the words that a marker writes to offsets in the document.

Peru            the one place where these words stand in the sentence (whole words)
its#2           the second of several
{its} port      the words in braces, found by their neighbours
grain … May     from the first words to the last
Ana Ruiz@3      in sentence 3 instead of this one
"""

from __future__ import annotations

import difflib
import re

from corpus.marking.errors import MarkError
from corpus.marking.texts import Document, Offsets

_PLAIN = str.maketrans("“”„‘’‚–—\u00a0\u2011", "\"\"\"'''-- -")
_ARTICLE = re.compile(r"(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_SUFFIX = re.compile(r"^(?P<words>.+?)(?:#(?P<nth>[1-9]\d?))?(?:@(?P<sentence>\d+))?$", re.DOTALL)


def locate(words: str, document: Document, number: int, bare: bool = False) -> Offsets:
    """Return the offsets of the words in sentence `number`; bare: without a leading article.

    Raises MarkError when they do not stand there, or stand there more than once without `#n`.
    """
    parts = _SUFFIX.match(words.strip())
    if parts is None:
        raise MarkError("no words where a span was expected")
    if parts["sentence"]:
        number = int(parts["sentence"])
    if not 1 <= number <= len(document.sentences):
        raise MarkError(f"{words!r}: there is no sentence {number}")
    base, stop = document.sentences[number - 1]
    sentence = document.text[base:stop].translate(_PLAIN)
    nth = int(parts["nth"]) if parts["nth"] else 0
    start, end = _in_sentence(parts["words"].translate(_PLAIN).strip(), sentence, nth, number)
    if bare and (article := _ARTICLE.match(sentence, start, end)):
        start = article.end()
    return base + start, base + end


def _in_sentence(words: str, sentence: str, nth: int, number: int) -> Offsets:
    before, inner, after = _braces(words)
    pieces = re.split(r"\s*(?:…|\.\.\.)\s*", inner)
    if len(pieces) == 2 and all(pieces) and not _all(inner, sentence):
        start, first = _one(pieces[0], sentence, nth, number)
        ends = [end for begin, end in _all(pieces[1], sentence) if begin >= first]
        if not ends:
            raise MarkError(f"{pieces[1]!r} does not follow {pieces[0]!r} in sentence {number}")
        return start, ends[0]
    start, end = _one(before + inner + after, sentence, nth, number)
    whole = sentence[start:end]
    lead = len(whole) - len(whole[_width(before, whole) :])
    tail = _width(after[::-1], whole[::-1])
    return start + lead, end - tail


def _braces(words: str) -> tuple[str, str, str]:
    if "{" not in words:
        return "", words, ""
    marked = re.fullmatch(r"([^{}]*)\{([^{}]+)\}([^{}]*)", words)
    if marked is None:
        raise MarkError(f"{words!r}: braces go around one span, as in {{its}} port")
    return marked[1], marked[2], marked[3]


def _width(words: str, whole: str) -> int:
    """Return how many characters of whole, from its start, the neighbouring words take up."""
    found = re.match(_pattern(words), whole, re.IGNORECASE) if words else None
    return found.end() if found else 0


def _pattern(words: str) -> str:
    return re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(words))


def _all(words: str, sentence: str) -> list[Offsets]:
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    right = r"(?!\w)" if words[-1:].isalnum() else ""
    pattern = left + _pattern(words) + right
    found = re.finditer(pattern, sentence)
    return [m.span() for m in found] or [
        m.span() for m in re.finditer(pattern, sentence, re.IGNORECASE)
    ]


def _one(words: str, sentence: str, nth: int, number: int) -> Offsets:
    found = _all(words, sentence)
    if not found:
        raise MarkError(f"{words!r} does not stand in sentence {number}{_near(words, sentence)}")
    if nth > len(found):
        raise MarkError(f"{words!r} stands {len(found)} times in sentence {number}, not {nth}")
    if len(found) > 1 and not nth:
        shown = ", ".join(
            f"#{n} …{sentence[max(0, start - 12) : end + 12]}…"
            for n, (start, end) in enumerate(found, start=1)
        )
        raise MarkError(f"{words!r} stands {len(found)} times in sentence {number}: {shown}")
    return found[max(nth, 1) - 1]


def _near(words: str, sentence: str) -> str:
    tokens, size = sentence.split(), len(words.split())
    runs = [" ".join(tokens[at : at + size]) for at in range(len(tokens) - size + 1)]
    close = difflib.get_close_matches(words, runs, n=1, cutoff=0.5)
    return f"; did you mean {close[0].strip('.,;:')!r}?" if close else ""
