"""The coder with linking: the public face of the package."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportedly.coding import coder as coding
from reportedly.linking.link import link
from reportedly.records import Article, Claim, Event


class Coder(coding.Coder):
    """Reads articles, records their claims, and finds the events that they are about."""

    def link(self, items: Iterable[tuple[Article, Sequence[Claim]]]) -> list[Event]:
        """Return the events of articles with their claims, as code_many yields them.

        Every claim of kind event is in one of them, those of readers' comments apart. The order
        of the articles is nothing.
        """
        return link(items)


def load(
    lexicons: tuple[Path, ...] | list[Path] = (),
    strict: bool = False,
    actors: tuple[Path, ...] | list[Path] = (),
) -> Coder:
    """Return a coder with the built-in lexicons and the folders laid over them. Offline.

    The language model is loaded with the first text that is coded.

    strict: code only what a lexicon entry knows, without the semantic fallback.
    actors: CSV files of the user's own actors, laid over the lexicons (docs/lexicons.md).

    Raises LexiconError for the first entry that does not fit its schema, and ActorsError, a
    LexiconError, for the first row of an actor file that does not fit.
    """
    return Coder.loaded(lexicons, strict, actors)
