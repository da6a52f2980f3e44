"""What coding needs, loaded once: the model, the lexicons' tables, the gazetteers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from reportedly import ontology
from reportedly.coding import places
from reportedly.coding.clauses import Tables
from reportedly.coding.gazetteer import Gazetteer
from reportedly.coding.namerows import kept_rows
from reportedly.coding.parse import MODEL, MODEL_VERSION, Parser
from reportedly.coding.predicates import Words
from reportedly.coding.semantics import Semantics
from reportedly.lexicons import Composition, Lexicons
from reportedly.records import CoderInfo


@dataclass(frozen=True, slots=True)
class Tools:
    """Everything that the steps of coding get as arguments. Holds no state of any article."""

    parser: Parser
    gazetteer: Gazetteer
    places: places.Gazetteer
    words: Words
    tables: Tables
    compositions: tuple[Composition, ...]
    contexts: dict[str, tuple[str, ...]]
    info: CoderInfo
    info_digest: str
    semantics: Semantics | None = None


def context_words() -> dict[str, tuple[str, ...]]:
    """Return, by lemma, the PLOVER contexts that the word brings."""
    table: dict[str, list[str]] = {}
    for context, words in ontology.load().contexts.items():
        for word in words:
            table.setdefault(word, []).append(context)
    return {word: tuple(sorted(found)) for word, found in table.items()}


def info_of(lexicons: Lexicons, strict: bool = False) -> CoderInfo:
    """Return who the coder with these lexicons is; a strict one says so beside their digest."""
    return CoderInfo(
        name="reportedly",
        version=version("reportedly"),
        lexicons=f"{lexicons.digest}-strict" if strict else lexicons.digest,
        model=MODEL,
        model_version=MODEL_VERSION,
    )


@cache
def _parser() -> Parser:
    return Parser()


@cache
def _places() -> places.Gazetteer:
    return places.Gazetteer.open()


@cache
def _semantics() -> Semantics:
    return Semantics(_parser().vector)


def tools_of(lexicons: Lexicons, strict: bool = False) -> Tools:
    """Return the tools for these lexicons; the model is shared by all of one process.

    strict: without the semantic fallback; only what a lexicon entry knows is coded.
    """
    parser = _parser()
    info = info_of(lexicons, strict)
    cut = parser.tokenize, parser.lemma
    parts = (info.name, info.version, info.lexicons, info.model, info.model_version)
    return Tools(
        parser=parser,
        gazetteer=Gazetteer(lexicons, *cut, kept_rows(lexicons, *cut)),
        places=_places(),
        words=Words(lexicons),
        tables=Tables.of(lexicons),
        compositions=lexicons.table(Composition),
        contexts=context_words(),
        info=info,
        info_digest=hashlib.blake2b("|".join(parts).encode(), digest_size=8).hexdigest(),
        semantics=None if strict else _semantics(),
    )
