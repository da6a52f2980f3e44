"""What a claim and its article bring to a comparison, found once for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from reportedly import ontology
from reportedly.linking.attacks import Attack, attacks_of
from reportedly.linking.called_off import Off, subject_of
from reportedly.linking.numbers import counted_in, numbers_of
from reportedly.linking.particular import Particular, Topic, particular_of, topic_of
from reportedly.linking.party_words import kinds_of, names_of, words_named
from reportedly.linking.said_of import said_of
from reportedly.linking.wording import Wording, wording_of
from reportedly.linking.words import Weighed, heaviest, roots_of, weighed, words_of
from reportedly.records import Article, Claim, ClaimKind, Grain, SectionKind, Status, Time
from reportedly.records.dates import day_of

#: how many of an article's words decide with which others it is compared. Two of 16 in common keep
#: .95 of the pairs of ECB+ that are one event, and drop .94 of all pairs of its articles.
HEAVIEST = 16
#: how many of its names tell whether another article is about the same people and places (of 1 to 4
#: tried on ECB+, four left the most pairs of one story and the fewest of two alike)
NAMES = 4
#: how many characters around a sentence tell what it is about. Of 0, 200, 400, 800 and the whole
#: article, 400 did best on ECB+; in a long report the whole is about too much
AROUND = 400
#: days back to which "recently" reaches: a meeting of years ago is not what was held recently
RECENTLY = 92
#: so many characters of an article tell in short what it is about
LEAD = 300
#: what stands for a headline in Telling.lead
TITLE = 2
#: readers' opinions are no reports, and what stands around an article is not its own
_LEFT_OUT = frozenset({SectionKind.COMMENT, SectionKind.BOILERPLATE})
#: quad classes of acts in words: verbal cooperation and verbal conflict
_VERBAL = frozenset({1, 3})
_WEEKDAYS = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)


class Account(NamedTuple):
    """An article as linking sees it.

    day       of publication, None when unknown
    heaviest  the words that say most of what it is about
    names     the names that say most of whom it is about
    counted   what it counts, as counted_in has it
    """

    id: str
    day: date | None
    words: Weighed
    heaviest: tuple[str, ...]
    names: tuple[str, ...]
    counted: Mapping[str, frozenset[float]]

    def knows(self, word: str) -> bool:
        """Tell whether the word, in lower case, stands in the article as a name, or is rare."""
        return word in self.words.names or word in self.words.weights


class Days(NamedTuple):
    """The days that a text gives an act, end included, and the names of weekdays beside them."""

    start: date | None
    end: date | None
    weekdays: frozenset[str]


class Telling(NamedTuple):
    """A claim of an event as linking sees it.

    type, mode, status  the claim's own; for "postponed the talks" those of talks that do not
               take place
    off        how the act is called off; None where it is not
    act        roots of the words that tell the act; those of another telling too, and its parties
               and days, where the sentence only says of it what it was
    actors, recipients  words of the parties' names
    named_actors, named_recipients  those of them that are names of somebody
    numbers    how many are acted upon, or act
    kinds      roots of the words that tell what they are: pirates, soldiers
    goods      their categories
    place, country  where, as far as it is resolved
    sentence   the words of the sentence; told: the same, weighed
    passage    the words around it, weighed
    verbal     whether it is an act in words, such as REQUEST or AGREE
    wording    how the sentence words the act
    particular  how far it tells of one particular act
    lead       2 in a headline or the first words, 1 at the head of its article, else 0
    called     the names that the act goes by: those beside it ("the Lome strike"), else, where it
               is taken up without any party and without a word that says which ("the strike", not
               "the strike that began in May"), those that its article last gave it
    attack     the names that it goes by as an attack, and its article's attacks; None if it is none
    """

    claim: Claim
    account: Account
    type: str | None
    mode: str | None
    status: Status
    off: Off | None
    act: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    named_actors: frozenset[str]
    named_recipients: frozenset[str]
    numbers: frozenset[float]
    kinds: frozenset[str]
    goods: frozenset[str]
    place: str | None
    country: str | None
    sentence: frozenset[str]
    told: Weighed
    passage: Weighed
    verbal: bool
    wording: Wording
    particular: Particular
    days: Days
    lead: int
    called: frozenset[str]
    attack: Attack | None

    @property
    def names_somebody(self) -> bool:
        """Tell whether somebody acts or is acted upon."""
        return bool(self.actors or self.recipients)

    @property
    def names_beside(self) -> frozenset[str]:
        """Return the names that stand beside the act, those of its place among them."""
        place = self.claim.place
        return self.wording.named | (words_of(place.text) if place else frozenset())

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """Return what it is sorted by: the day of publication, the article, the place in it."""
        day = self.account.day.isoformat() if self.account.day else "9999"
        trigger = self.claim.trigger
        return (day, self.account.id, trigger.start, trigger.end, self.claim.id)


def reported_text(article: Article) -> str:
    """Return the article's own text, without comments and what stands around it."""
    return "\n".join(
        article.text[section.start : section.end]
        for section in article.sections
        if section.kind not in _LEFT_OUT
    )


def account_of(article: Article) -> Account:
    """Return what linking needs of an article."""
    text = reported_text(article)
    words = weighed(text)
    day = day_of(article.published.value[:10]) if article.published else None
    names = heaviest(words, NAMES, names_only=True)
    return Account(article.id, day, words, heaviest(words, HEAVIEST), names, counted_in(text))


def tellings_of(account: Account, article: Article, claims: Sequence[Claim]) -> list[Telling]:
    """Return the article's claims of events, in text order; those of comments are no reports."""
    events = [
        claim
        for claim in claims
        if claim.kind is ClaimKind.EVENT and claim.section not in _LEFT_OUT
    ]
    passages = _passages(article, events)
    topic = topic_of(account.words, events)
    found = [_telling(account, claim, passages, topic) for claim in events]
    for at, first in said_of(events).items():
        found[at] = _with(found[at], found[first])
    attacks = attacks_of(events, [telling.wording for telling in found])
    found = [telling._replace(attack=one) for telling, one in zip(found, attacks, strict=True)]
    return _called(found)


def _with(telling: Telling, first: Telling) -> Telling:
    """Return a telling that says of another what it was, with what that one tells."""
    return telling._replace(
        act=telling.act | first.act,
        actors=telling.actors | first.actors,
        recipients=telling.recipients | first.recipients,
        named_actors=telling.named_actors | first.named_actors,
        named_recipients=telling.named_recipients | first.named_recipients,
        wording=telling.wording._replace(known=True, further=False),
        days=first.days if telling.days.end is None else telling.days,
    )


def _called(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the claims of one article with the names that their acts go by."""
    last: dict[str, frozenset[str]] = {}
    found: list[Telling] = []
    for telling in tellings:
        named, wording = telling.wording.named, telling.wording
        taken_up = (wording.known or wording.plural) and not wording.further
        taken_up = taken_up and not wording.described
        if not named and taken_up and not telling.names_somebody:
            named = next((last[root] for root in sorted(telling.act) if root in last), named)
        elif named:
            last.update(dict.fromkeys(telling.act, named))
        found.append(telling._replace(called=named))
    return found


class _Around(NamedTuple):
    told: Weighed
    passage: Weighed


def _passages(article: Article, claims: Iterable[Claim]) -> dict[int, _Around]:
    """Return the words of each sentence and those around it, by its start."""
    found: dict[int, _Around] = {}
    for claim in claims:
        start, end = claim.sentence.start, claim.sentence.end
        if start not in found:
            passage = weighed(article.text[max(0, start - AROUND) : end + AROUND])
            found[start] = _Around(weighed(claim.sentence.text), passage)
    return found


def _telling(
    account: Account, claim: Claim, passages: Mapping[int, _Around], topic: Topic
) -> Telling:
    parties = (*claim.actors, *claim.recipients)
    subject, around = subject_of(claim), passages[claim.sentence.start]
    numbers = (number for party in parties for number in numbers_of(party.text))
    act, names = roots_of(subject.word), account.words.names
    called = words_of(" ".join(f"{party.text} {party.name}" for party in parties))
    left_out = called | frozenset(account.names)
    actors, recipients = names_of(claim.actors, names), names_of(claim.recipients, names)
    wording = wording_of(claim, act, around.told, left_out, names, words_named(claim.actors))
    return Telling(
        claim=claim,
        account=account,
        type=subject.type,
        mode=subject.mode,
        status=subject.status,
        off=subject.off,
        act=act,
        actors=words_named(claim.actors),
        recipients=words_named(claim.recipients),
        named_actors=actors,
        named_recipients=recipients,
        numbers=frozenset(numbers),
        kinds=kinds_of(parties),
        goods=frozenset(good.category for good in claim.goods),
        place=claim.place.name if claim.place else None,
        country=claim.place.country if claim.place else None,
        sentence=words_of(claim.sentence.text),
        told=around.told,
        passage=around.passage,
        verbal=ontology.quad(subject.type) in _VERBAL if subject.type else False,
        wording=wording,
        particular=particular_of(claim, wording, act, left_out, topic),
        days=_days(claim.time),
        lead=_lead(claim),
        called=frozenset(),
        attack=None,
    )


def _lead(claim: Claim) -> int:
    if claim.section is SectionKind.HEADLINE or claim.sentence.start == 0:
        return TITLE
    return int(claim.sentence.start < LEAD)


def _days(time: Time | None) -> Days:
    if time is None:
        return Days(None, None, frozenset())
    weekdays = frozenset(found[1].casefold() for found in _WEEKDAYS.finditer(time.text))
    start, end = day_of(time.start), day_of(time.end)
    if start is None and end is not None and time.grain is Grain.VAGUE:
        start = end - timedelta(days=RECENTLY)
    return Days(start, end, weekdays)
