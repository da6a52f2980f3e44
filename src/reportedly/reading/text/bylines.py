"""Who wrote it: the names in a byline, of people and of organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.reading.dates import find_when
from reportedly.reading.hints import hints
from reportedly.reading.text.lines import count_words, ends_sentence, is_name

_BYLINE = re.compile(
    r"^(?:(?:written|reported|story|words|posted|published)\s+)?by\s*:?\s+(?P<names>\S.{1,120})$"
    r"|^authors?\s*:\s*(?P<labelled>\S.{1,120})$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\s*(?:[|·•—–(/]|,\s+(?!and\b)(?=(?-i:[a-z]))|,?\s+(?:in|for|at|on|updated|published)\s)", re.I
)
_PARTS = re.compile(r"\s*(?:;|,(?!\s*(?:Jr|Sr|Dr|PhD)\b)|\band\b|&)\s+")
_EDGE = " \t|·•—–-,:;()[]@>»/\u00a0"
#: "Ruiz, Ana": family name first, as catalogues write it
_FAMILY_FIRST = re.compile(
    r"(?P<family>[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*)?), (?P<given>[^,]+)"
)
_LONGEST = 100  # characters of an organisation's name
_NO_NAME = re.compile(r"[,;&?!:“”\"]|\d{4}")


def read_byline(line: str) -> tuple[str, ...]:
    """Return the authors that a byline names; () when the line is none."""
    match = _BYLINE.match(line.strip())
    if match is None or ends_sentence(line) or count_words(line) > 18:
        return ()
    names = match.group("names") or match.group("labelled")
    when = find_when(names)
    if when:
        names = names[: when.start]
    front = _ROLE.split(names, maxsplit=1)[0]  # "Ann Lee" of "Ann Lee at the Ministry"
    return names_in(names if _body(front) else front)


def names_in(words: str) -> tuple[str, ...]:
    """Return the names in a list of authors, "Ruiz, Ana" with the given name first; each once."""
    bare = re.sub(r"^by\s+", "", words.strip(), flags=re.IGNORECASE)
    return tuple(dict.fromkeys(name for name in _split(bare) if is_author(name)))


def _split(words: str) -> Iterator[str]:
    several = words.split(";")
    for part in (one.strip(_EDGE) for one in several):
        turned = _FAMILY_FIRST.fullmatch(part)
        if turned and (len(several) > 1 or " " not in turned["family"] + turned["given"]):
            yield f"{turned['given']} {turned['family']}"
        elif _body(part):
            yield part
        else:
            yield from (one.strip(_EDGE) for one in _PARTS.split(part))


def _body(words: str) -> bool:
    """Return whether the words name one organisation: "Office for Peace and Trade"."""
    plain = words.removeprefix("the ").removeprefix("The ")
    named = not hints().bodies.isdisjoint(plain.casefold().split())
    return named and plain[:1].isupper() and len(plain) <= _LONGEST and not _NO_NAME.search(plain)


def is_author(words: str) -> bool:
    """Say whether the words could be who wrote a report: a person or an organisation."""
    bare = words.strip()
    if bare.startswith(("http", "@", "/")) or not any(sign.isupper() for sign in bare):
        return False
    if bare.casefold().split()[-1] in hints().posts:
        return False
    return _body(bare) or is_name(bare.removeprefix("the ").removeprefix("The "))
