"""The coder: the public face of reading and coding. Load it once; it is offline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock

import msgspec

from reportedly import lexicons as lexicon_room
from reportedly import ontology, reading
from reportedly.coding import pipeline
from reportedly.coding.processes import code_in_processes, try_code
from reportedly.coding.tools import Tools, info_of, tools_of
from reportedly.errors import CodingError, UsageError
from reportedly.lexicons import Lexicons
from reportedly.records import Article, Attribution, Claim, CoderInfo, Place, Section, SectionKind
from reportedly.records import article_id as id_of


class Coder:
    """Reads articles and records their claims. Same text, same version: the same claims."""

    def __init__(
        self,
        lexicons: Lexicons,
        folders: tuple[Path, ...] = (),
        strict: bool = False,
        actors: tuple[Path, ...] = (),
    ) -> None:
        self.folders, self.strict, self.actors = folders, strict, actors
        self._lexicons, self._info = lexicons, info_of(lexicons, strict)
        self._tools: Tools | None = None
        self._loading = Lock()

    @property
    def info(self) -> CoderInfo:
        """Name, version, lexicon digest and model: what every record carries."""
        return self._info

    @property
    def tools(self) -> Tools:
        """The model and the tables: loaded when first asked for, once."""
        with self._loading:
            if self._tools is None:
                self._tools = tools_of(self._lexicons, self.strict)
            return self._tools

    def read(self, source: Path | bytes | str) -> Article:
        """Return the article of a file, of bytes (HTML or text, found out), or of a text.

        Raises ReadingError when the source cannot be read as an article in English.
        """
        return reading.read(source)

    def code(self, article: Article) -> list[Claim]:
        """Return the article's claims in text order."""
        return pipeline.claims_of(article, self.tools)

    def code_many(
        self, articles: Iterable[Article], processes: int = 1
    ) -> Iterator[tuple[Article, list[Claim]]]:
        """Yield (article, claims) in input order; memory does not grow with their number.

        processes: how many worker processes; 1 codes in this one.
        """
        for article, outcome in self.try_many(articles, processes):
            if isinstance(outcome, CodingError):
                raise outcome
            yield article, outcome

    def try_many(
        self, articles: Iterable[Article], processes: int = 1
    ) -> Iterator[tuple[Article, list[Claim] | CodingError]]:
        """Yield (article, claims) in input order, or the error in place of the claims.

        An article that cannot be coded does not stop the ones after it.
        """
        if processes > 1:
            outcomes = code_in_processes(
                articles, self.folders, processes, self.strict, self.actors
            )
        else:
            outcomes = ((article, try_code(article, self.tools)) for article in articles)
        for article, outcome in outcomes:
            yield self.coded(article), outcome

    def coded(self, article: Article) -> Article:
        """Return the article with this coder's name on it."""
        return msgspec.structs.replace(article, coder=self.info)

    def attributions(self, article: Article) -> list[Attribution]:
        """Return every source, cue and content, whether or not a claim hangs on it."""
        return pipeline.attributions_of(article, self.tools)

    def factuality(self, text: str, span: tuple[int, int]) -> float:
        """Return how firmly text commits to the predicate at span: +3 … -3.

        Raises UsageError when the span covers no word.
        """
        return pipeline.factuality_of(bare_article(text), span, self.tools)

    def places(self, text: str) -> list[Place]:
        """Return every place that text names, resolved where the gazetteer knows it."""
        return pipeline.places_of(bare_article(text), self.tools)

    def locate(self, text: str, span: tuple[int, int]) -> Place | None:
        """Return the place that the words at span name; None when the gazetteer has none."""
        return pipeline.place_at(bare_article(text), span, self.tools)

    def relate(
        self,
        text: str,
        source: tuple[int, int],
        target: tuple[int, int],
        collapse: bool | str = False,
    ) -> list[Claim]:
        """Return what the party at source does to the one at target, best first.

        collapse: types as an edition without statuses has them, a planned CONSULT being AGREE:
        "plover" by the manual 2.0; True or "cameo" by CAMEO's roots, as the older sets with a
        marked pair are coded (intent is AGREE or THREATEN, refusal REJECT).
        """
        from reportedly.coding.relate import ranked

        claims = ranked(bare_article(text), source, target, self.tools)
        edition = collapse if isinstance(collapse, str) else "cameo"
        return [collapsed(claim, edition) for claim in claims] if collapse else claims


def collapsed(claim: Claim, edition: str = "plover") -> Claim:
    """Return the claim with the edition's type and mode, where it has the event at all."""
    if claim.type is None:
        return claim
    found = ontology.collapse(claim.type, claim.mode, claim.status, edition, claim.cameo)
    if found is None or found == (claim.type, claim.mode):
        return claim
    kind, mode = found
    return msgspec.structs.replace(
        claim,
        type=kind,
        mode=mode,
        quad=ontology.quad(kind),
        intensity=ontology.intensity(kind, mode),
        cameo=ontology.cameo(kind, mode),
    )


def bare_article(text: str) -> Article:
    """Return text as an article of one body section; no judgement of its language."""
    if not text.strip():
        raise UsageError("the text is empty")
    section = Section(kind=SectionKind.BODY, start=0, end=len(text))
    return Article(id=id_of(text), text=text, language="en", sections=(section,))


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
    folders, files = tuple(lexicons), tuple(actors)
    return Coder(lexicon_room.load(folders, files), folders, strict, files)
