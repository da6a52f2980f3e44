"""The coder: the public face of reading and coding. Load it once; it is offline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Self

import msgspec

from reportedly import lexicons as lexicon_room
from reportedly import ontology, reading
from reportedly.coding import asked, pipeline
from reportedly.coding.processes import code_in_processes, try_code
from reportedly.coding.sentences import bounds
from reportedly.coding.tools import Tools, info_of, tools_of
from reportedly.coding.trace import Traced, traced
from reportedly.errors import CodingError, TooLarge, UsageError
from reportedly.lexicons import Lexicons
from reportedly.records import (
    Article,
    Attribution,
    Chain,
    Claim,
    CoderInfo,
    Factuality,
    Place,
    Quantity,
    Section,
    SectionKind,
    Status,
    Time,
)
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

    @classmethod
    def loaded(cls, lexicons: Sequence[Path], strict: bool, actors: Sequence[Path]) -> Self:
        """Return a coder over these folders and actor files: what `load` documents."""
        folders, files = tuple(lexicons), tuple(actors)
        return cls(lexicon_room.load(folders, files), folders, strict, files)

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
        """Return the article of a file (Path), of bytes (HTML or text, found out), or of a text.

        A str is text, and the article's text is that str; a str that is an HTML page is read as
        one. A str that is the name of a file, or an address, is refused with what to pass.

        Raises ReadingError when the source cannot be read as an article in English, UsageError
        when it is of another type.
        """
        return reading.read(source)

    def code(self, article: Article | str) -> list[Claim]:
        """Return the article's claims in text order. A str is the text of an undated article.

        Raises UsageError for what is neither: a path, bytes, the name of a file, HTML.
        """
        return pipeline.claims_of(article_of(article), self.tools)

    def code_many(
        self, articles: Iterable[Article | str], processes: int = 1
    ) -> Iterator[tuple[Article, list[Claim]]]:
        """Yield (article, claims) in input order; memory does not grow with their number.

        articles: each an article, or the text of an undated one, as for code.
        processes: how many worker processes; 1 codes in this one.
        """
        for article, outcome in self.try_many(articles, processes):
            if isinstance(outcome, CodingError):
                raise outcome
            yield article, outcome

    def try_many(
        self, articles: Iterable[Article | str], processes: int = 1
    ) -> Iterator[tuple[Article, list[Claim] | CodingError]]:
        """Yield (article, claims) in input order, or the error in place of the claims.

        An article that cannot be coded does not stop the ones after it.
        """
        given = _articles_of(articles)
        if processes > 1:
            outcomes = code_in_processes(given, self.folders, processes, self.strict, self.actors)
        else:
            outcomes = ((article, try_code(article, self.tools)) for article in given)
        for article, outcome in outcomes:
            yield self.coded(article), outcome

    def coded(self, article: Article) -> Article:
        """Return the article with this coder's name on it."""
        return msgspec.structs.replace(article, coder=self.info)

    def trace(self, article: Article | str) -> list[Traced]:
        """Return every sentence with what each step found in it and the claims that came out."""
        return list(traced(article_of(article), self.tools))

    def left_out(self, article: Article | str, where: str | None = None) -> list[TooLarge]:
        """Return what of the article is too long to be coded, a problem for each reason.

        Real reports give an empty list; the rest of such an article is coded all the same.
        where: what to call the article in the messages; else its address or id.
        """
        given = article_of(article)
        return bounds.left_out(given, where or given.url or given.id)

    def attributions(self, article: Article | str) -> list[Attribution]:
        """Return every source, cue and content, whether or not a claim hangs on it."""
        return asked.attributions_of(article_of(article), self.tools)

    def mentions(self, article: Article | str) -> list[Chain]:
        """Return who the article speaks of: a chain of mentions for each person, state, body,
        group and place, in the order of their first mentions.

        Iterating a chain yields its mentions in text order, each with its reason; chain.entity
        tells what they tell together.
        """
        return asked.mentions_of(article_of(article), self.tools)

    def factuality(self, text: str, span: tuple[int, int]) -> float:
        """Return how firmly text commits to the predicate at span: +3 … -3.

        Raises UsageError when the span covers no word.
        """
        return asked.factuality_of(bare_article(text), span, self.tools)

    def status(self, text: str, span: tuple[int, int]) -> Status:
        """Return how text presents the predicate at span, a verb or a noun: happened, planned …

        As a claim on it says, where there is one. Raises UsageError when the span covers no word.
        """
        return asked.status_of(bare_article(text), span, self.tools)

    def times(self, article: Article | str) -> list[Time]:
        """Return every time expression in text order, resolved against the day of publication.

        Relative ones of an undated article are found, without dates.
        """
        return asked.times_of(article_of(article), self.tools)

    def when(self, article: Article | str, span: tuple[int, int]) -> Time | None:
        """Return when the predicate at span is said to lie; None where the text is silent.

        As a claim on it says, where there is one. Raises UsageError when the span covers no word.
        """
        return asked.when_of(article_of(article), span, self.tools)

    def places(self, article: Article | str) -> list[Place]:
        """Return every place that the article names, acts there or not, in text order.

        Resolved where the gazetteer knows it, else by its words: "Larch Avenue".
        """
        return asked.places_of(article_of(article), self.tools)

    def locate(self, article: Article | str, span: tuple[int, int]) -> Place | None:
        """Return the place that the words at span name; None when the gazetteer has none.

        Namesakes are told apart by the article's other places; where nothing else does, by the
        country of its address.
        """
        return asked.place_at(article_of(article), span, self.tools)

    def quantities(self, article: Article | str) -> list[Quantity]:
        """Return every number that counts something, and every sum of money, in text order.

        Dates, ages, calibres and numbers of models count nothing.
        """
        return asked.quantities_of(article_of(article), self.tools)

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
        from reportedly.coding.pairs import ranked

        claims = ranked(bare_article(text), source, target, self.tools)
        edition = collapse if isinstance(collapse, str) else "cameo"
        return [collapsed(claim, edition) for claim in claims] if collapse else claims


def collapsed(claim: Claim, edition: str = "plover") -> Claim:
    """Return the claim with the edition's type and mode, where it has the event at all."""
    if claim.type is None:
        return claim
    # whoever offers an act or weighs it speaks of what they mean to do
    left_open = claim.status is Status.POSSIBLE and claim.factuality is Factuality.UNCOMMITTED
    status = Status.PLANNED if left_open and edition == "cameo" else claim.status
    found = ontology.collapse(claim.type, claim.mode, status, edition, claim.cameo)
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


def article_of(given: Article | str) -> Article:
    """Return the article, or a text as a bare one. Raises UsageError, which says what to pass."""
    if isinstance(given, Article):
        return given
    if not isinstance(given, str):
        kind = type(given).__name__
        raise UsageError(f"a {kind} is no article; pass coder.read(…) of it, or a text as a str")
    if problem := reading.mistaken(given):
        raise UsageError(f"{given!r}: {problem}, to coder.read")
    if reading.looks_like_html(given):
        raise UsageError("this str is an HTML page; pass coder.read(…) of it")
    return bare_article(given)


def _articles_of(articles: Iterable[Article | str]) -> Iterator[Article]:
    """Yield each as an article. Raises UsageError at once for one article instead of several."""
    if isinstance(articles, str | bytes | Path | Article):
        raise UsageError("code_many takes several articles; pass a list, or use code for one")
    return map(article_of, articles)


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
    return Coder.loaded(lexicons, strict, actors)
