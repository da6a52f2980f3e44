"""Where a report comes from: an agency that it credits, a text that it copies, or its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from reportedly.linking import publishers
from reportedly.linking.copies import Shared, Sketch, copies_among, sketch_of
from reportedly.linking.credits import NAMED_AGENCY, Credit, corrects, credit_of
from reportedly.linking.page_addresses import same_page
from reportedly.linking.spans import copied_in
from reportedly.linking.statements import as_one_statement
from reportedly.linking.tellings import reported_text
from reportedly.records import Article, Claim, Report


class Source(NamedTuple):
    """Where an article as a whole comes from.

    origin   an agency, an outlet, or the id of the article where neither is known
    reason   why, in words
    copy_of  id of the article that it copies, None where it is the first of its family; share,
             how much of the shorter one's words it has in common with one of them
    page     id of the first article at the same address, or with the same words; itself as a rule
    """

    origin: str
    reason: str
    copy_of: str | None
    share: float | None
    page: str


def sources_of(
    articles: Mapping[str, Article], sketches: Mapping[str, Sketch] | None = None
) -> dict[str, Source]:
    """Return where each article comes from, by id; the order of the articles is nothing.

    sketches: of some of the articles, where they are at hand.
    """
    made_before = sketches or {}
    found = copies_among(
        {
            key: made_before.get(key) or sketch_of(reported_text(article))
            for key, article in articles.items()
        },
        {key: copied_in(article) for key, article in articles.items()},
    )
    credits = {key: credit_of(article) for key, article in articles.items()}
    order = sorted(articles, key=lambda key: _order(articles[key]))
    families = _families(order, found)
    pages = _pages(articles, order)
    shares = {(s.one, s.other): s.share for s in found}
    made: dict[str, Source] = {}
    for family in families:
        origin, reason = _origin(family, articles, credits)
        first = _first(family, articles, origin)
        for key in family:
            credit = credits[key]
            why = f"{credit.where}: {credit.words}" if credit else reason
            share = None if key == first else _share(key, family, shares)
            if share is not None and not credit:
                why = f"{share:.0%} of the words are those of another report; {reason}"
            name = credit.agency if credit else origin
            made[key] = Source(name, why, None if key == first else first, share, pages[key])
    return made


def reports_of(
    claims: Sequence[Claim], articles: Mapping[str, Article], sources: Mapping[str, Source]
) -> tuple[Report, ...]:
    """Return the articles that tell of the event of these claims, in the order of the claims."""
    of_article: dict[str, list[Claim]] = {}
    for claim in claims:
        of_article.setdefault(claim.article, []).append(claim)
    found: list[Report] = []
    for key, own in of_article.items():
        report = _report(articles[key], sources[key], own)
        old = next((one for one in found if one.outlet and one.outlet == report.outlet), None)
        if old and corrects(articles[key]):
            reason = "corrects an earlier report of its outlet"
            report = replace(report, origin=old.origin, reason=reason, corrects=old.article)
        found.append(report)
    return as_one_statement(found, of_article)


def _report(article: Article, source: Source, claims: Sequence[Claim]) -> Report:
    """Return the article as a report of the event that these claims of it are about."""
    origin, reason = source.origin, source.reason
    outlet = publishers.outlet_of(article.publisher, article.url)
    relayed = _relayed(claims)
    if relayed and relayed != outlet and source.copy_of is None:
        origin, reason = relayed, f"says itself that it has this from {relayed}"
    return Report(
        article=article.id,
        outlet=outlet,
        published=article.published.value if article.published else None,
        published_basis=article.published.basis if article.published else None,
        origin=origin,
        reason=reason,
        copy_of=source.copy_of,
        share=round(source.share, 2) if source.share is not None else None,
        claims=tuple(claim.id for claim in claims),
    )


def _order(article: Article) -> tuple[str, str]:
    return (article.published.value if article.published else "9999", article.id)


def _families(order: Sequence[str], found: Iterable[Shared]) -> list[list[str]]:
    """Return the articles in groups of copies, each in order, the earliest first."""
    head = {key: key for key in order}
    place = {key: at for at, key in enumerate(order)}

    def root(key: str) -> str:
        while head[key] != key:
            key = head[key]
        return key

    for one, other, _ in found:
        a, b = sorted((root(one), root(other)), key=place.__getitem__)
        head[b] = a
    families: dict[str, list[str]] = {}
    for key in order:
        families.setdefault(root(key), []).append(key)
    return list(families.values())


def _origin(
    family: Sequence[str], articles: Mapping[str, Article], credits: Mapping[str, Credit | None]
) -> tuple[str, str]:
    """Return whose text a family of copies is: the agency that any of them credits, else its
    earliest outlet."""
    for key in family:
        if credit := credits[key]:
            return credit.agency, f"a copy of it credits {credit.agency} ({credit.where})"
    first = articles[family[0]]
    outlet = publishers.outlet_of(first.publisher, first.url)
    if len(family) == 1:
        return outlet or first.id, "no credit, and no other text like it"
    return outlet or first.id, f"the earliest is by {outlet or first.id}"


def _first(family: Sequence[str], articles: Mapping[str, Article], origin: str) -> str:
    """Return the article that the others copy: on the first day the one by the origin itself."""
    day = _order(articles[family[0]])[0][:10]
    for key in family:
        article = articles[key]
        outlet = publishers.outlet_of(article.publisher, article.url)
        if outlet == origin and _order(article)[0][:10] == day:
            return key
    return family[0]


def _share(key: str, family: Sequence[str], shares: Mapping[tuple[str, str], float]) -> float:
    """Return the most that an article has in common with one of its family."""
    return max(shares.get((min(key, other), max(key, other)), 0.0) for other in family)


def _pages(articles: Mapping[str, Article], order: Sequence[str]) -> dict[str, str]:
    """Return for each article the first one at its address, or of its outlet with its words."""
    first: dict[object, str] = {}
    pages: dict[str, str] = {}
    for key in order:
        article = articles[key]
        outlet = publishers.outlet_of(article.publisher, article.url)
        marks: list[object] = [(outlet, " ".join(article.text.split()))]
        if address := same_page(article.url):
            marks.append(address)
        pages[key] = next((first[mark] for mark in marks if mark in first), key)
        for mark in marks:
            first.setdefault(mark, pages[key])
    return pages


def _relayed(claims: Sequence[Claim]) -> str | None:
    """Return the agency or paper on which all of these claims rest, by their own words."""
    found = {_house_behind(claim) for claim in claims}
    return found.pop() if len(found) == 1 and None not in found else None


def _house_behind(claim: Claim) -> str | None:
    """Return the agency or paper that the sentence gives: as a voice, or as whom they told it."""
    for voice in claim.voices:
        house = publishers.named(voice.name)
        if house:
            return house.name
    found = _told().search(claim.sentence.text)
    if not found:
        return None
    house = publishers.named(found["name"])
    return house.name if house else found["name"]


@cache
def _told() -> re.Pattern[str]:
    names = sorted(
        {
            name
            for house in publishers.houses().by_name.values()
            for name in (house.name, *house.names)
        },
        key=lambda name: (-len(name), name),
    )
    return re.compile(
        r"\b(?:told|according to|reported by|quoted by|cited by|citing)(?: by)? (?:the )?"
        rf"(?P<name>{'|'.join(map(re.escape, names))}|{NAMED_AGENCY})\b"
    )
