"""An article with the spans of its claims in place, and a note for each claim."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly import views
from reportedly.desk.lines import Line, anchor, line
from reportedly.desk.phrases import moment
from reportedly.desk.query import Query
from reportedly.desk.remarks import marked
from reportedly.desk.screens.cast import Cast, MarkedSpan, Member, cast_of, marked_spans
from reportedly.desk.wares import ware
from reportedly.desk.wording import plain
from reportedly.records import Article, Claim, Section, SectionKind
from reportedly.store import Store

_BREAK = re.compile(r"\n[ \t]*\n")

#: contexts that are no words
_CONTEXTS = {"lgbt": "LGBT", "religion_ethnicity": "religion, ethnicity"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that one set of spans covers.

    notes   numbers of the claims whose trigger ends here
    trigger the first claim whose trigger covers it, None where there is none
    ties    for the script: "c1:actor c2:recipient"; parties: "p1 p3", who is meant
    """

    text: str
    trigger: Note | None = None
    ties: str = ""
    parties: str = ""
    voice: bool = False
    first: bool = True
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A claim of the article: its number, its line, the claims that it hangs on."""

    number: int
    anchor: str
    line: Line
    css: str
    facts: tuple[str, ...]
    links: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section, cut into paragraphs, each cut into pieces. remarks: what a comment shows."""

    kind: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    author: str = ""
    time: str = ""
    level: int | None = None
    claims: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Sections that stand together, with the notes of their claims."""

    name: str
    heading: str
    about: str
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ArticleShown:
    """The whole screen. shown, all: how many claims the filters leave, and how many there are."""

    article: Article
    title: str
    published: str
    groups: tuple[Group, ...]
    cast: tuple[Member, ...]
    shown: int
    all: int
    counts: tuple[tuple[str, int], ...]
    empty: bool = field(default=False)


_GROUPS = (
    ("body", "", "", (SectionKind.HEADLINE, SectionKind.BODY)),
    (
        "questions",
        "Questions and answers",
        "they restate the body",
        (SectionKind.FAQ_QUESTION, SectionKind.FAQ_ANSWER),
    ),
    ("captions", "Captions", "", (SectionKind.CAPTION,)),
    (
        "comments",
        "Readers’ comments",
        "kept apart: never a report, never in a count",
        (SectionKind.COMMENT,),
    ),
    ("rest", "Rest of the page", "read, kept, and not coded", (SectionKind.BOILERPLATE,)),
)


def article_shown(store: Store, key: str, query: Query) -> ArticleShown | None:
    """Return the article of that id, None when there is none; the filters choose its claims."""
    article = store.article(key)
    if article is None:
        return None
    everything = query.only_filters().but(comments=True)
    chosen = _rows(store, key, everything)
    number = sum(1 for _ in _rows(store, key, Query(comments=True)))
    notes = _notes(list(chosen))
    remarks = {one.start: marked(one) for one in views.comments(store, article=key)}
    cast = cast_of([claim for claim, _ in notes])
    groups = tuple(_groups(article, notes, remarks, cast))
    counts = [(group.name, len(group.notes)) for group in groups if group.notes]
    return ArticleShown(
        article=article,
        title=plain(article.title or "") or "Untitled article",
        published=moment(article.published.value) if article.published else "",
        groups=groups,
        cast=cast.members,
        shown=len(notes),
        all=number,
        counts=tuple(counts),
    )


def _rows(store: Store, key: str, query: Query) -> Iterator[views.ClaimRow]:
    from msgspec.structs import replace

    wanted = replace(query.chosen(), article=key)
    return views.claim_page(store, wanted, views.Page(0, 100_000))


def _notes(rows: Sequence[views.ClaimRow]) -> list[tuple[Claim, Note]]:
    """Return the claims in text order, each with its note."""
    ordered = sorted(rows, key=lambda row: (row.claim.trigger.start, row.claim.trigger.end))
    numbers = {row.claim.id: number for number, row in enumerate(ordered, start=1)}
    found = []
    for number, row in enumerate(ordered, start=1):
        claim = row.claim
        shown = line(claim, row)
        links = tuple(
            (str(link.relation).replace("_", " "), numbers[link.claim], anchor(link.claim))
            for link in claim.links
            if link.claim in numbers
        )
        css = f"{shown.mark.css} {claim.status}"
        note = Note(number, anchor(claim.id), shown, css, _facts(claim, shown), links)
        found.append((claim, note))
    return found


def _context(code: str) -> str:
    """Return a context of PLOVER in words."""
    return _CONTEXTS.get(code, code.replace("_", " "))


def _facts(claim: Claim, shown: Line) -> tuple[str, ...]:
    goods = [
        " ".join(filter(None, (plain(good.text), f"({ware(good.category)})")))
        for good in claim.goods
    ]
    time = f"{shown.when} (“{plain(claim.time.text)}”)" if claim.time else shown.when
    place = plain(claim.place.name) if claim.place else ""
    contexts = ", ".join(_context(one) for one in claim.contexts)
    return tuple(filter(None, (", ".join(goods), shown.amount, time, place, contexts)))


def _groups(
    article: Article,
    notes: Sequence[tuple[Claim, Note]],
    remarks: Mapping[int, tuple[str, ...]],
    cast: Cast,
) -> Iterator[Group]:
    marks = marked_spans(notes, cast)
    for name, heading, about, kinds in _GROUPS:
        sections = [section for section in article.sections if section.kind in kinds]
        mine = [note for claim, note in notes if claim.section in kinds]
        if name == "body" and not _repeats(sections, article, notes):
            sections = [one for one in sections if one.kind is not SectionKind.HEADLINE]
        if sections:
            parts = tuple(
                _part(article, section, marks, _of(section, remarks)) for section in sections
            )
            yield Group(name, heading, about, parts, tuple(mine))


def _of(section: Section, remarks: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    """Return what the comment that begins in the section shows."""
    inside = (shown for at, shown in remarks.items() if section.start <= at < section.end)
    return next(inside, ()) if section.kind is SectionKind.COMMENT else ()


def _repeats(sections: Sequence[Section], article: Article, notes: object) -> bool:
    """Say whether the headline is shown again in the text: it makes a claim, or differs."""
    heads = [one for one in sections if one.kind is SectionKind.HEADLINE]
    same = all(article.text[one.start : one.end].strip() == article.title for one in heads)
    claims = notes if isinstance(notes, list) else []
    return not same or any(claim.section is SectionKind.HEADLINE for claim, _ in claims)


def _part(
    article: Article, section: Section, marks: Sequence[MarkedSpan], remarks: tuple[str, ...]
) -> Part:
    inside = [mark for mark in marks if section.start <= mark.start < section.end]
    start, end = section.start, section.end
    text = article.text[start:end]
    cuts = [start, *(start + found.end() for found in _BREAK.finditer(text)), end]
    paragraphs = tuple(
        tuple(_pieces(article.text, first, last, inside))
        for first, last in itertools.pairwise(cuts)
        if article.text[first:last].strip()
    )
    return Part(
        kind=str(section.kind),
        paragraphs=paragraphs,
        author=plain(section.author or ""),
        time=moment(section.time),
        level=section.level,
        claims=any(mark.role == "" for mark in inside),
        remarks=remarks,
    )


def _pieces(text: str, first: int, last: int, marks: Sequence[MarkedSpan]) -> Iterator[Piece]:
    """Yield the paragraph in pieces, cut wherever a span begins or ends."""
    here = [mark for mark in marks if mark.start < last and mark.end > first]
    edges = {first, last}
    for mark in here:
        edges |= {max(mark.start, first), min(mark.end, last)}
    cuts = sorted(edges)
    for start, end in itertools.pairwise(cuts):
        over = [mark for mark in here if mark.start <= start and end <= mark.end]
        triggers = [mark for mark in over if not mark.role]
        ended = tuple(mark.note for mark in triggers if mark.end == end)
        roles = [mark for mark in over if mark.role]
        ties = " ".join(
            dict.fromkeys(
                f"c{mark.note.number}:{mark.role if mark.start == start else ''}" for mark in roles
            )
        )
        yield Piece(
            text=text[start:end],
            trigger=triggers[0].note if triggers else None,
            ties=ties,
            parties=" ".join(dict.fromkeys(mark.party for mark in roles if mark.party)),
            voice=any(mark.role == "voice" for mark in roles),
            first=bool(triggers) and triggers[0].start == start,
            notes=ended,
        )
