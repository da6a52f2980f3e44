"""What coding needs, loaded once: the model, the lexicons' tables, the gazetteers."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from reportedly.coding import places
from reportedly.coding.claims.identity import Known
from reportedly.coding.claims.organs import Organs
from reportedly.coding.mentions.name_rows import kept_rows
from reportedly.coding.mentions.names import Gazetteer
from reportedly.coding.predicates.model import Semantics
from reportedly.coding.sentences.datelines import dateline_of
from reportedly.coding.sentences.lemmas import Irregular, Lemmas
from reportedly.coding.sentences.model import MODEL, MODEL_VERSION, vector
from reportedly.coding.sentences.parser import Parser
from reportedly.coding.sentences.title_case import TitleCase
from reportedly.coding.sentences.two_parts import Headlines
from reportedly.coding.sentences.word_classes import WordClasses
from reportedly.coding.times import TimeFinder, TimeWords
from reportedly.coding.vocabulary import Numerals, Vocabulary
from reportedly.lexicons import Lexicons
from reportedly.records import CoderInfo


@dataclass(frozen=True, slots=True, eq=False)
class Tools:
    """Everything that the steps of coding get as arguments. Holds no state of any article.

    Compared by identity, so that what was read with them can be remembered.
    """

    parser: Parser
    gazetteer: Gazetteer
    places: places.Gazetteer
    vocabulary: Vocabulary
    numerals: Numerals
    datelines: re.Pattern[str]
    organs: Organs
    known: Known
    times: TimeFinder
    info: CoderInfo
    info_digest: str
    semantics: Semantics | None = None


def info_of(lexicons: Lexicons, strict: bool = False) -> CoderInfo:
    """Return who the coder with these lexicons is; a strict one says so beside their digest."""
    return CoderInfo(
        name="reportedly",
        version=version("reportedly"),
        lexicons=f"{lexicons.digest}-strict" if strict else lexicons.digest,
        model=MODEL,
        model_version=MODEL_VERSION,
        places=places.version(),
    )


@cache
def _places(names: places.PlaceNames) -> places.Gazetteer:
    return places.Gazetteer.open(names)


@cache
def _semantics() -> Semantics:
    return Semantics(vector)


def tools_of(lexicons: Lexicons, strict: bool = False) -> Tools:
    """Return the tools for these lexicons; the model is shared by all of one process.

    strict: without the semantic fallback; only what a lexicon entry knows is coded.
    """
    lemmas = Lemmas(Irregular.of(lexicons))
    classes, headlines = WordClasses(lexicons.classes), Headlines(lexicons)
    parser = Parser(classes, lemmas, headlines)
    info = info_of(lexicons, strict)
    cut = parser.tokenize, parser.lemma
    rows = kept_rows(lexicons, *cut)
    titles = TitleCase(lexicons, lemmas, rows.names)
    parts = (info.name, info.version, info.lexicons, info.model, info.model_version, info.places)
    return Tools(
        parser=Parser(classes, lemmas, headlines, titles),
        gazetteer=Gazetteer(lexicons, *cut, rows),
        places=_places(places.PlaceNames.of(lexicons)),
        vocabulary=Vocabulary.of(lexicons),
        numerals=Numerals.of(lexicons),
        datelines=dateline_of(lexicons),
        organs=Organs.of(lexicons),
        known=Known.of(lexicons),
        times=TimeFinder(TimeWords.of(lexicons)),
        info=info,
        info_digest=hashlib.blake2b("|".join(map(str, parts)).encode(), digest_size=8).hexdigest(),
        semantics=None if strict else _semantics(),
    )
