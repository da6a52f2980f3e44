"""How a sentence words an act: as known, as a further one, among which names and figures."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from reportedly.linking.words import (
    Weighed,
    common,
    plain,
    root_of,
    weighed,
    words_of,
)
from reportedly.records import Claim

#: how many characters on each side of the act's own word are about that act, not about another one
BESIDE = 90
#: how many words before an act tell how it is taken up
_BEFORE = 3
#: how many of them may belong to it: "the Lome port strike"
_MODIFIERS = 2
#: how many words after an act's preposition: "the strike on the Lome port authority"
_AFTER = 5
_TOWARDS = re.compile(r"\s+(\w+)\s+([^.,;:?!\n]{1,60})")
_WORD = re.compile(r"[\w’']+")
_NTH = re.compile(r"\d+(?:st|nd|rd|th)")
_FIGURE = re.compile(r"\b\d[\d,.]*\b")
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
_QUOTED = re.compile(r"(?<!\w)[‘']([^‘’'\n]+)[’'](?!\w)")
_ENDS_IN_WORD = re.compile(r"[\w’'-]+\s*$")


class Wording(NamedTuple):
    """How the sentence of a claim words its act.

    form      the act's own words, in lower case
    known     whether it is told as known: "the raid"
    definite  whether by its own article, which "that" is not: "who heard that the raid"
    first     whether it stands without any word that says so: "raids", "raided"
    further   whether it is told as another one than some act before, or is that of others
    described  whether what stands right behind it tells which one it is: "the raid that"
    ordinals  which one of a row it is, or its parties are: "the fifth raid"
    plural    whether the act's word looks like a plural
    lasting   whether such acts go on for long or are done time and again
    empty     whether the word alone says next to nothing: "made"
    beside    the words near the act, weighed, without the names of its parties and of whom the
              article is about, and the act's own word where it is not inflected
    modifiers names right before it: "the Lome strike"
    kind      the root of a rarer word right before it: "nuclear test"; "" without one
    named     these, and names right after it: "the strike on Lome"
    figures   figures near it
    content   the words of the whole sentence, likewise
    """

    form: str
    known: bool
    definite: bool
    first: bool
    further: bool
    described: bool
    ordinals: frozenset[str]
    plural: bool
    lasting: bool
    empty: bool
    beside: Weighed
    modifiers: frozenset[str]
    kind: str
    named: frozenset[str]
    figures: frozenset[str]
    content: Weighed


class _Words(NamedTuple):
    known: frozenset[str]
    further: frozenset[str]
    some: frozenset[str]
    listing: frozenset[str]
    towards: frozenset[str]
    others: frozenset[str]
    rest: frozenset[str]
    more: frozenset[str]
    lasting: frozenset[str]
    lasting_verbs: frozenset[str]
    those: frozenset[str]
    which: frozenset[str]
    ordinals: frozenset[str]


@cache
def word_rows() -> Mapping[str, frozenset[str]]:
    """Return the words of `data/wording.toml` by the name of their row."""
    text = (files(__package__) / "data" / "wording.toml").read_text(encoding="utf-8")
    return {name: frozenset(row.split()) for name, row in tomllib.loads(text).items()}


@cache
def _words() -> _Words:
    rows = dict(word_rows())
    rows |= {name: frozenset(map(root_of, rows[name])) for name in ("lasting", "lasting_verbs")}
    return _Words(**{name: rows[name] for name in _Words._fields})


def wording_of(
    claim: Claim,
    act: frozenset[str],
    told: Weighed,
    left_out: frozenset[str],
    names: frozenset[str],
    actors: frozenset[str],
) -> Wording:
    """Return how a claim's sentence words its act.

    act       roots of the words for it
    told      the sentence, weighed
    left_out  the words of its parties, and of whom the whole article is about
    names     what is a name in its article
    actors    the words of whoever acts
    """
    words, form = _words(), claim.trigger.text.casefold()
    left, right = _beside(claim)
    before = [word.casefold() for word in _WORD.findall(_unquoted(_own(claim, left)))][-_BEFORE:]
    own = _own_words(before)
    those = form.endswith("ing") and not words.those.isdisjoint(before[-1:])
    known = any(map(_is_known, before)) and not those
    near = f"{left} {right}"
    last = re.findall(r"[\w’'-]+", left)[-_MODIFIERS:] if _ENDS_IN_WORD.search(left) else []
    return Wording(
        form=form,
        known=known,
        definite=own[:1] != ["that"] and any(map(_is_known, own[:1])) and not those,
        first=not known and words.some.isdisjoint(before),
        further=not words.further.isdisjoint(own) or _by_others(claim) or _to_more(right),
        described=_described(claim),
        ordinals=_ordinals(claim, own),
        plural=form.endswith("s") and not form.endswith(("ss", "us")),
        lasting=_lasting(act, known or not words.some.isdisjoint(own[:1])),
        empty=all(map(common, words_of(form))),
        beside=without(weighed(near), act, left_out),
        modifiers=frozenset(map(plain, last)) & names,
        kind=_kind(last),
        named=(frozenset(map(plain, last)) | _after(claim)) & names - actors,
        figures=frozenset(_FIGURE.findall(near)),
        content=without(told, act, left_out),
    )


def _unquoted(text: str) -> str:
    """Return a text without quotation marks around words, whose last one is no possessive."""
    return _QUOTED.sub(r"\1", text)


def _is_known(word: str) -> bool:
    return word in _words().known or _POSSESSIVE.search(word) is not None


def _own_words(before: list[str]) -> list[str]:
    """Return those words right before an act that belong to it: from its article on, if it has one.

    "Others see the raid": the others are not the raid's.
    """
    words = _words()
    for at in range(len(before) - 1, -1, -1):
        if before[at] in words.some or _is_known(before[at]):
            return before[at:]
    return before


def _lasting(act: frozenset[str], one: bool) -> bool:
    """Tell whether such acts go on for long; one: whether it is told as one, with its article."""
    words = _words()
    return not words.lasting.isdisjoint(act) or not (one or words.lasting_verbs.isdisjoint(act))


def _described(claim: Claim) -> bool:
    found = _TOWARDS.match(claim.sentence.text[claim.trigger.end - claim.sentence.start :])
    return found is not None and found[1].casefold() in _words().which


def _ordinals(claim: Claim, own: list[str]) -> frozenset[str]:
    parties = " ".join(party.text for party in (*claim.actors, *claim.recipients))
    named = {*own, *_WORD.findall(parties)}
    return frozenset(word for word in named if word in _words().ordinals or _NTH.fullmatch(word))


def _kind(last: list[str]) -> str:
    """Return the root of the word right before an act, unless it is too common to tell of what
    kind the act is."""
    word = plain(last[-1]) if last else ""
    return "" if not word or word.isdigit() or common(word) else root_of(word)


def _beside(claim: Claim) -> tuple[str, str]:
    """Return the whole words before and behind the act's own word, as far as they are beside it."""
    text, at = claim.sentence.text, claim.trigger.start - claim.sentence.start
    end = at + len(claim.trigger.text)
    left, right = text[max(0, at - BESIDE) : at], text[end : end + BESIDE]
    if at > BESIDE:
        left = left.partition(" ")[2]
    if len(text) > end + BESIDE:
        right = right.rpartition(" ")[0]
    return left, right


def _by_others(claim: Claim) -> bool:
    """Tell whether a party is somebody else than before, or anybody: "other advisers", "two
    other advisers"."""
    words = _words()
    for party in (*claim.actors, *claim.recipients):
        first, second = [*party.text.casefold().split()[:2], "", ""][:2]
        if first in words.others or second in words.rest:
            return True
    return False


def _to_more(right: str) -> bool:
    """Tell whether an act is done to others than before: "launch three more"."""
    return not _words().more.isdisjoint(re.findall(r"\w+", right.casefold())[:2])


def _after(claim: Claim) -> frozenset[str]:
    """Return the words right after an act that may tell where it was, or against whom."""
    rest = claim.sentence.text[claim.trigger.end - claim.sentence.start :]
    found = _TOWARDS.match(rest)
    if not found or found[1].casefold() not in _words().towards:
        return frozenset()
    return frozenset(map(plain, re.findall(r"[\w’'-]+", found[2])[:_AFTER]))


def _own(claim: Claim, left: str) -> str:
    """Return what of the text left of an act may belong to it: what follows its parties' words.

    "The envoy raided": the article is the envoy's. A possessive is the act's: "the envoy's raid".
    """
    own, at = left, claim.trigger.start
    for party in (*claim.actors, *claim.recipients):
        rest = left[len(left) - (at - party.end) :] if 0 <= at - party.end <= len(left) else ""
        if rest and not rest.startswith(("'", "’")) and not _POSSESSIVE.search(party.text):
            own = min(own, rest, key=len)
    return own


def without(told: Weighed, act: frozenset[str], left_out: frozenset[str]) -> Weighed:
    """Return weighed words without the act's own word and those left out."""
    kept = {
        word: weight
        for word, weight in told.weights.items()
        if word not in left_out and root_of(word) not in act
    }
    size = math.sqrt(math.fsum(weight * weight for weight in kept.values())) or 1.0
    return Weighed({word: weight / size for word, weight in kept.items()}, told.names)


def listed(one: Claim, other: Claim) -> bool:
    """Tell whether one sentence, that of both claims, lists the two acts: "armed and trained"."""
    first, second = sorted((one.trigger, other.trigger), key=lambda trigger: trigger.start)
    start = one.sentence.start
    between = one.sentence.text[first.end - start : second.start - start]
    return not _words().listing.isdisjoint(re.findall(r"\w+|,", between.casefold()))
