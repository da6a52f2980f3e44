"""The box at the head of every page: words, a party, two parties, and what is told of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from reportedly import views
from reportedly.desk.names import term
from reportedly.desk.query import Query
from reportedly.desk.screens.ledger import dossier_address
from reportedly.desk.unknown import name_of
from reportedly.desk.wares import category
from reportedly.store import Store

_BETWEEN = re.compile(r"\s*(?:,|;|—|–|→|->|\bvs?\b\.?|\band\b|\bto\b)\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;—–→]+")
#: words that a party's name has, at most
_NAME = 4


def found_address(store: Store, words: str) -> str:
    """Return where the words lead: a dossier of two known parties, the claims of one, the same of
    what is told of them beside ("shells denied"), or the claims with these words in their
    sentence."""
    words = " ".join(words.split())
    if not words:
        return "/claims"
    sides = [side for side in _BETWEEN.split(words) if side]
    known = Known(store)
    if len(sides) == 2 and all(_party(side, known) for side in sides):
        a, b = (_party(side, known) or side for side in sides)
        return dossier_address(a, b)
    if one := _party(words, known):
        return f"/claims{_told_of(store, one)}"
    if two := _side_by_side(words.split(), known):
        return dossier_address(*two)
    found = _of_parties(store, words, known) or _of_words(store, words)
    return found or _in_sentences(store, words)


def _told_of(store: Store, party: str) -> Query:
    """Return the claims of a party; those in whose voice it speaks where it takes part in none."""
    query = Query(party=party)
    is_voice = not views.count(store, query.reports())
    return Query(voice=party) if is_voice else query


def articles_asked(query: Query) -> views.ArticleFilter:
    """Return the filter of articles: words and outlet are theirs, the rest asks for a claim."""
    of_claims = query.only_filters().but(text=None, outlet=None, reported=None)
    return views.ArticleFilter(
        text=query.text,
        outlet=query.outlet,
        since=query.reported,
        body=query.body,
        claims=of_claims.reports(),
        order="added" if query.sort == "added" else "published",
    )


def _in_sentences(store: Store, words: str) -> str:
    """Return the address of the claims with these words, or of the articles where no claim has
    them."""
    query = Query(text=words)
    if not views.count(store, query.reports()) and views.article_count(
        store, articles_asked(query.but(body=True))
    ):
        return f"/articles{query.but(body=True)}"
    return f"/claims{query}"


def _side_by_side(words: list[str], known: Known) -> tuple[str, str] | None:
    """Return two parties that stand side by side, as in "Hungary Sweden"; None where these are
    other words. A name is written with capitals in the store: "officials" may be just a word."""
    for at in range(1, len(words)):
        a, b = (_party(" ".join(part), known) for part in (words[:at], words[at:]))
        if a and b and a.casefold() != b.casefold() and a != a.lower() and b != b.lower():
            return a, b
    return None


def _of_parties(store: Store, words: str, known: Known) -> str | None:
    """Return the address of what is told of one or two parties that are named among other words;
    None where none is, or nothing is told so. Of the meanings of the other words the narrowest
    that some claim has is taken: the words themselves, their sort of goods, the sort above it."""
    parties, rest = _parties_among(_asking(_WORD.findall(words)), known)
    if not parties or not rest or any(_party(one, known) in parties for one in rest):
        return None
    for query in _meanings(rest):
        if len(parties) > 1:
            ways = (parties, parties[::-1])
            told = (query.but(actor=a, recipient=b) for a, b in ways)
            if any(views.count(store, one.reports()) for one in told):
                return _brief(parties, query)
        elif views.count(store, (one := query.but(party=parties[0])).reports()):
            return f"/claims{one}"
    return None


def _of_words(store: Store, words: str) -> str | None:
    """Return the address of what is told so where no party is named and no sentence has the words:
    "who denies the shells?"; None where nothing is. Who denies something seldom calls it by its
    name, so the sort of goods goes first there."""
    if views.count(store, Query(text=words).reports()):
        return None
    rest = _asking(_WORD.findall(words))
    found = list(_meanings(rest)) if rest else []
    if any(_status(one) == "negated" for one in rest):
        found.reverse()
    told = (one for one in found if str(one) and views.count(store, one.reports()))
    return next((f"/claims{one}" for one in told), None)


def _asking(words: Sequence[str]) -> list[str]:
    """Return the words without those that only make a question of them."""
    bare = (one.strip("?!.\"'“”‘’") for one in words)
    return [one for one in bare if one and one.casefold() not in _words()["aside"]]


def _brief(parties: tuple[str, ...], query: Query) -> str:
    """Return the address of a dossier under a filter. Who asks for denials wants what they deny
    beside them: both stand in its last part."""
    denied = query.status == ("negated",)
    rest = str(query.but(status=()) if denied else query).replace("?", "&", 1)
    return dossier_address(*parties) + rest + "#contested" * denied


def _parties_among(words: list[str], known: Known) -> tuple[tuple[str, ...], list[str]]:
    """Return the first two parties that the words name, the longest names first, and the rest."""
    parties: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(words):
        for end in range(min(at + _NAME, len(words)), at, -1):
            one = _party(" ".join(words[at:end]), known)
            if one and one != one.lower() and one not in parties and len(parties) < 2:
                parties.append(one)
                at = end
                break
        else:
            rest.append(words[at])
            at += 1
    return tuple(parties), rest


def _meanings(words: Sequence[str]) -> Iterator[Query]:
    """Yield what the words may ask for, the narrowest first."""
    status = tuple(dict.fromkeys(_statuses()[one.casefold()] for one in words if _status(one)))
    rest = " ".join(one for one in words if not _status(one))
    base = Query(status=status)
    if not rest:
        yield base
        return
    yield base.but(text=rest)
    yield Query(text=" ".join(words))
    if (good := category(rest)) != rest:
        yield base.but(good=good)
        yield base.but(good=good.partition(".")[0])


def _status(word: str) -> str | None:
    return _statuses().get(word.casefold())


@cache
def _statuses() -> dict[str, str]:
    """Return word → the status that it asks for."""
    sorts = ((status, words) for status, words in _words().items() if status != "aside")
    return {word: status for status, words in sorts for word in words}


@cache
def _words() -> dict[str, list[str]]:
    """Return status → words that ask for it; "aside" → words that ask for nothing."""
    text = files(__package__).joinpath("finding.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


class Known:
    """The parties of a store, by the words that somebody types."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._parties: dict[str, str] = {}
        self._found: dict[str, str | None] = {}
        for row in views.parties(store):
            self._parties.setdefault(name_of(row.party).casefold(), row.party)

    def party(self, words: str) -> str | None:
        """Return the term for those whom the words name, whole or in part ("Erdogan"); None where
        they are just words, as of who is only described ("bridge")."""
        if words not in self._found:
            self._found[words] = self._party(words)
        return self._found[words]

    def _party(self, words: str) -> str | None:
        whole = self._parties.get(words.casefold())
        if whole and not whole.startswith("="):
            return whole
        names = views.names_with(self._store, words)
        if not names or (words == words.lower() and views.is_common(self._store, words)):
            return whole if whole and whole != whole.lower() else None
        return f"={names[0]}" if len(names) == 1 else words


def _party(words: str, known: Known) -> str | None:
    code = term(words)
    return code if code != words else known.party(words)
