"""Text → parsed sentences: the model's columns with our lemmas, repairs and classes of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from reportedly.coding.sentences.accused import repair_accused
from reportedly.coding.sentences.ages import repair_age
from reportedly.coding.sentences.appositions import repair_appositions
from reportedly.coding.sentences.charges import repair_charges
from reportedly.coding.sentences.clefts import repair_clefts
from reportedly.coding.sentences.headlines import repair_headline
from reportedly.coding.sentences.inserted import repair_inserted
from reportedly.coding.sentences.joined_verbs import repair_joined_verbs
from reportedly.coding.sentences.judged_untrue import repair_untrue
from reportedly.coding.sentences.lemmas import Lemmas
from reportedly.coding.sentences.lists import repair_list
from reportedly.coding.sentences.lost_parties import repair_lost_parties
from reportedly.coding.sentences.mistagged import repair_mistagged
from reportedly.coding.sentences.model import Columns, parsed, tokenized
from reportedly.coding.sentences.participles import repair_blamed, repair_participles
from reportedly.coding.sentences.repairs import repair
from reportedly.coding.sentences.sentence import Classify, Sentence, columns
from reportedly.coding.sentences.speech_tags import repair_speech_tags
from reportedly.coding.sentences.subjects import repair_subjects
from reportedly.coding.sentences.table import Row, is_tree
from reportedly.coding.sentences.told_clauses import repair_told_clauses
from reportedly.coding.sentences.torn import repair_torn
from reportedly.coding.sentences.torn_lists import repair_second_effect, repair_torn_lists
from reportedly.coding.sentences.two_parts import Cut, Headlines, cut_up, joined, saying

Repair = Callable[[list[Row], Classify], None]

#: what puts a parse right, in the order in which they are applied
REPAIRS: tuple[Repair, ...] = (
    repair_mistagged,
    repair,
    repair_charges,
    lambda table, _: repair_list(table),
    repair_accused,
    repair_torn,
    repair_torn_lists,
    lambda table, _: repair_inserted(table),
    repair_subjects,
    repair_lost_parties,
    repair_joined_verbs,
    repair_appositions,
    repair_speech_tags,
    repair_participles,
    lambda table, _: repair_blamed(table),
    lambda table, _: repair_age(table),
    repair_headline,
    repair_second_effect,
    repair_untrue,
    repair_told_clauses,
    lambda table, _: repair_clefts(table),
)
#: typographic marks as the model saw them in training; each one code point, so offsets hold
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2011": "-", "\t": " ", "…": "."}
)
#: a longer paragraph is cut at white space, so that memory stays bounded
LONGEST = 20_000
#: tags under which a single name comes out that is parsed by itself; classes that are no names
_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VB", "UH", "FW", "RB", "CD", "VBG"})
_LABELS = frozenset({"headline_sources", "headline_labels"})
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s")


class Parser:
    """Turns paragraphs into sentences. The model behind it is shared by all of one process.

    classes: word and lemma → the classes of words that it is of. headlines: where the two parts
    of a headline meet. plain: text → the same as it is to be read, letter for letter.
    """

    def __init__(
        self,
        classes: Classify,
        lemmas: Lemmas,
        headlines: Headlines,
        plain: Callable[[str], str] = str,
    ) -> None:
        self._classes, self._lemmas, self._headlines = classes, lemmas, headlines
        self._plain = plain

    def sentences(self, paragraphs: Iterable[tuple[str, int]]) -> Iterator[list[Sentence]]:
        """Yield the sentences of each (text, offset) paragraph, in order."""
        pieces = [list(_pieces(text, offset)) for text, offset in paragraphs]
        cuts = [[self._headlines.cut(text) for text, _ in group] for group in pieces]
        docs = parsed(
            self._plain(part).translate(_PLAIN)
            for group, found in zip(pieces, cuts, strict=True)
            for (text, _), cut in zip(group, found, strict=True)
            for part in (cut_up(text, cut) if cut else (text,))
        )
        for group, found in zip(pieces, cuts, strict=True):
            yield [
                sentence
                for (text, at), cut in zip(group, found, strict=True)
                for sentence in self._read(docs, text, at, cut)
            ]

    def _read(
        self, docs: Iterator[Columns], text: str, offset: int, cut: Cut | None
    ) -> Iterator[Sentence]:
        """Yield the sentences of one text, a headline's parts as one."""
        if cut is None:
            yield from self._split(next(docs), text, offset)
            return
        one, other = next(docs), next(docs)
        if len(one.sentences) > 1 or len(other.sentences) > 1:
            yield from self._split(next(parsed([text.translate(_PLAIN)])), text, offset)
            return
        at = offset + cut.start
        mark = text[cut.start : cut.end]
        at += len(mark) - len(mark.lstrip())
        table = joined(
            (
                (self._part(one, offset, side=cut.main == 1), "dep"),
                ([(mark.strip(), mark.strip(), ":", "punct", 0, at)], "punct"),
                self._behind(other, text, offset, cut),
            ),
            2 * cut.main,
        )
        start, end = table[0][5], table[-1][5] + len(table[-1][0])
        yield columns(text[start - offset : end - offset], start, table, self._classes)

    def _behind(self, read: Columns, text: str, offset: int, cut: Cut) -> tuple[list[Row], str]:
        """Return the rows behind the mark, and how they hang on those before it."""
        if cut.verb is None:
            return self._part(read, offset + cut.end, side=cut.main == 0), "dep"
        first, last = cut.verb
        start = offset + (last if first == cut.end else cut.end)
        source = self._part(read, start, side=True)
        word = text[first:last]
        tag = "VBD" if not word.endswith("s") and self._lemmas(word, "VBD") != word else "VBZ"
        verb = (word, self._lemmas(word, tag), tag, "ROOT", 0, offset + first)
        return saying(source, verb), "parataxis"

    def _part(self, read: Columns, offset: int, *, side: bool) -> list[Row]:
        """Return the rows of one part; names in a side part, which says little, by capitals."""
        table = self._rows(read, 0, len(read.words), offset)
        self._mend(table)
        for i, row in enumerate(table if side else ()):
            labels = _LABELS & self._classes(*row[:2])
            short = row[0].isupper() and len(row[0]) > 1  # "WHO: …", which is no pronoun
            if row[0][:1].isupper() and (short or row[2] in _NAMES) and not labels:
                table[i] = (*row[:2], "NNP", *row[3:])
            elif labels and row[2].startswith("VB"):
                table[i] = (*row[:2], "NN", *row[3:])  # "…: report"
        return table

    def _mend(self, table: list[Row]) -> None:
        """Put right in the rows what the parser is known to get wrong.

        A repair that ties the rows into a circle is taken back: whoever climbs them would not end.
        """
        for mend in REPAIRS:
            before = list(table)
            mend(table, self._classes)
            if table != before and not is_tree(table):
                table[:] = before

    def tokenize(self, text: str) -> list[str]:
        """Return the tokens of a name or phrase as sentences are tokenised."""
        return tokenized(text.translate(_PLAIN))

    def lemma(self, word: str, tag: str = "NNS") -> str:
        """Return the lemma of a word form under a Penn tag."""
        return self._lemmas(word, tag)

    def _split(self, read: Columns, text: str, offset: int) -> Iterator[Sentence]:
        words, starts = read.words, read.starts
        for first, last in read.sentences:
            while first < last and words[first].isspace():
                first += 1
            while last > first and words[last - 1].isspace():
                last -= 1
            if first == last:
                continue
            table = self._rows(read, first, last, offset)
            self._mend(table)
            end = starts[last - 1] + len(words[last - 1])
            yield columns(text[starts[first] : end], starts[first] + offset, table, self._classes)

    def _rows(self, read: Columns, first: int, last: int, offset: int) -> list[Row]:
        table: list[Row] = []
        for i in range(first, last):
            tag, head, word = read.tags[i], read.heads[i], read.words[i]
            head = head if first <= head < last else i
            if tag == "NN" and table and table[-1][2] == "TO":
                tag = "VB"  # "offered to host": the tagger leans on the noun
            elif tag == "NNS" and self._lemmas.only_verb(word):
                tag = "VBZ"  # "NATO chief denounces invasion": no noun has that form
            at = read.starts[i] + offset
            table.append((word, self._lemmas(word, tag), tag, read.deps[i], head - first, at))
        return table


def _pieces(text: str, offset: int) -> Iterator[tuple[str, int]]:
    """Yield text whole, or in pieces of at most LONGEST characters cut after a sentence."""
    while len(text) > LONGEST:
        cuts = [match.end() for match in _SENTENCE_END.finditer(text[:LONGEST])]
        at = cuts[-1] if cuts else max(text[:LONGEST].rfind(" "), LONGEST // 2)
        yield text[:at], offset
        text, offset = text[at:], offset + at
    if text.strip():
        yield text, offset
