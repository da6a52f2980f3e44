"""Whose report it is, as the page itself credits it: dateline, byline, closing line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportedly.linking import publishers
from reportedly.records import Article

#: how many lines from either end may hold a credit
_HEAD, _TAIL = 6, 4
#: how far into a line a dateline reaches
_DATELINE = 90
_NAMED = r"[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3}"
#: a name that says by itself that it is an agency's
NAMED_AGENCY = rf"{_NAMED} (?:News Agency|Press Agency|Agency|Newswire|News Service)"
_AGENCY = re.compile(rf"(?P<name>{NAMED_AGENCY})")
#: the house style of one agency closes every report with it
_REUTERS_CLOSE = re.compile(r"\(?(?:Additional )?[Rr]eporting by [^;]{3,120}; ?[Ee]diting by ")
#: who only helped, or was asked, is not whose report it is
_HELPED = re.compile(r"contributed to|with (?:reporting|files|material) (?:by|from)", re.I)


_CORRECTS = re.compile(
    r"^(?:Correction|Corrected|Clarification)\b|\b(?:[Tt]his|[Tt]he) (?:story |report |article )?"
    r"(?:corrects|has been corrected)\b"
)


class Credit(NamedTuple):
    """An agency that a page credits, and the words that do it."""

    agency: str
    where: str
    words: str


def corrects(article: Article) -> bool:
    """Tell whether a page says that it corrects an earlier one, in its title or first lines."""
    lines = [article.title or "", *article.text.splitlines()]
    return any(_CORRECTS.search(line[:_DATELINE]) for line in lines[: _HEAD // 2])


def credit_of(article: Article) -> Credit | None:
    """Return the agency whose report the page is, by its own words; None where it credits none."""
    house = publishers.named(article.publisher) or publishers.at(article.url)
    if house and house.agency:
        return Credit(house.name, "publisher", article.publisher or article.url or house.name)
    for author in article.authors:
        if name := _agency_in_byline(author):
            return Credit(name, "byline", author)
    return next(_in_text(article.text), None)


def _in_text(text: str) -> Iterator[Credit]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines[:_HEAD]:
        if found := _dateline().match(line[:_DATELINE]):
            yield Credit(_shown(found["known"] or found["name"]), "dateline", found[0])
        elif len(line) < _DATELINE and (name := _agency_in_byline(line)):
            yield Credit(name, "byline", line)
    for line in lines[-_TAIL:]:
        if _REUTERS_CLOSE.match(line):
            yield Credit("Reuters", "closing line", line[:_DATELINE])
        elif (found := _closing().search(line[-_DATELINE:])) and not _HELPED.search(line):
            yield Credit(_shown(found["name"]), "closing line", found[0].strip())


def _agency_in_byline(line: str) -> str | None:
    """Return the agency where a line is its name, or somebody's of it ("Ann Moss, Reuters")."""
    plain = re.sub(r"^(?:By|From|Source:|©|Copyright(?: \d{4})?) +", "", line.strip(), flags=re.I)
    if found := _byline().fullmatch(plain):
        return _shown(found["name"])
    found = _AGENCY.fullmatch(plain)
    return found["name"] if found else None


def _shown(name: str) -> str:
    house = publishers.named(name)
    return house.name if house else name


@cache
def _known() -> str:
    return "|".join(map(re.escape, publishers.agency_names()))


@cache
def _byline() -> re.Pattern[str]:
    staff = r"(?:[\w.'’ -]{3,40}, | ?[\w.'’ -]{3,40} (?:for|of) )?"
    return re.compile(
        rf"{staff}(?:The )?(?P<name>{_known()})(?:[ ,](?:staff|writer|.{{0,3}}\d.*))*"
    )


@cache
def _dateline() -> re.Pattern[str]:
    """A place, perhaps a day, then the agency in brackets or slashes, or a credit by itself."""
    place = r"(?:[A-Z][\w.'’/-]*(?:[ ,]+(?:[A-Z][\w.'’/-]*|\d{1,2}|\d{4})){0,6}[ ,.]*)?"
    return re.compile(rf"{place}[(/](?:The )?(?:(?P<known>{_known()})|{_AGENCY.pattern})[)/]")


@cache
def _closing() -> re.Pattern[str]:
    opens = r"(?:[–—-]+ ?|© ?|Copyright(?: \d{4})? |Source: ?|\()"
    return re.compile(rf"{opens}(?:The )?(?P<name>{_known()}|{NAMED_AGENCY})\b[.)\]]*$")
