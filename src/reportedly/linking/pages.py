"""Stored articles with what linking needs of them, the last used ones kept at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from typing import NamedTuple

from reportedly.linking.blocking import dated_keys
from reportedly.linking.copies import Sketch, sketch_of
from reportedly.linking.tellings import Account, Telling, account_of, reported_text, tellings_of
from reportedly.records import Article, Claim
from reportedly.store import Store

#: how many articles are kept: some 60 kB each
_KEPT = 6_000
#: how many are looked at in one step: what a batch is compared with may be far more than is kept
_STEP = 500


class Page(NamedTuple):
    """An article, its account, its claims of events, and what copies are found by.

    dated  what each of the claims is found by, as blocking.dated_keys has it
    """

    article: Article
    account: Account
    tellings: tuple[Telling, ...]
    sketch: Sketch
    dated: tuple[frozenset[tuple[str, ...]], ...]


def page_of(article: Article, claims: Sequence[Claim]) -> Page:
    """Return what linking needs of an article and its claims."""
    account = account_of(article)
    tellings = tuple(tellings_of(account, article, claims))
    dated = tuple(frozenset(dated_keys(telling)) for telling in tellings)
    return Page(article, account, tellings, sketch_of(reported_text(article)), dated)


class Pages:
    """The articles of a store by their ids; reads each once while it is in use."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._kept: OrderedDict[str, Page] = OrderedDict()

    def each(self, names: Iterable[str]) -> Iterator[Page]:
        """Yield the articles of these ids that are there, by id; many are read at a time."""
        for some in batched(sorted(names), _STEP):
            yield from self.of(some)

    def of(self, names: Sequence[str]) -> list[Page]:
        """Return the articles of these ids, in that order; those that are gone are left out."""
        found = {name: self._kept[name] for name in names if name in self._kept}
        missing = [name for name in names if name not in found]
        for article, claims in self.store.items(missing) if missing else ():
            found[article.id] = page_of(article, claims)
        for name, page in found.items():
            self._kept[name] = page
            self._kept.move_to_end(name)
        while len(self._kept) > max(_KEPT, len(names)):
            self._kept.popitem(last=False)
        return [found[name] for name in names if name in found]
