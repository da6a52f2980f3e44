"""Run the lexicons' own sentences: in `yes` an entry must fire with the marked parties, in `no`
it must not. What counts as firing: see docs/lexicons.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import batched
from pathlib import Path

from reportedly.coding import pipeline
from reportedly.coding.analysis import Analysis
from reportedly.coding.cast.party import Party
from reportedly.coding.coder import bare_article
from reportedly.coding.sentences.parser import Parser
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.tools import Tools
from reportedly.lexicons import (
    Cue,
    Entry,
    Good,
    Organisation,
    Person,
    Role,
    Stance,
    State,
    WordClass,
)
from reportedly.lexicons.marks import LETTERS, Marked, unmark
from reportedly.lexicons.rows import rows_of
from reportedly.proving.classes import class_words, unclassed
from reportedly.proving.stances import shows
from reportedly.records import Claim

#: entries that name somebody or something: tested on the marked span, not through claims
NAMING = (State, Organisation, Person, Role, Good)
#: sentences parsed at a time; more is no faster and takes more memory
_BATCH = 512

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceProblem:
    """A sentence that does not do what its entry says.

    file    where the entry stands, as the caller named it
    wanted  what the sentence asks for
    found   what came out instead
    """

    file: str
    entry: str
    sentence: str
    wanted: str
    found: str

    def __str__(self) -> str:
        return f"{self.file}: {self.entry}: {self.sentence!r}: {self.wanted}; {self.found}"


def entries_of(folder: Path) -> list[tuple[str, Entry]]:
    """Return (file, entry) of every lexicon file in the folder. Raises LexiconError."""
    return rows_of(folder)


def check_sentences(
    tools: Tools, entries: Iterable[tuple[str, Entry]], done: Callable[[int], object] | None = None
) -> Iterator[SentenceProblem]:
    """Yield a problem for each sentence that fails, in the order of the entries.

    tools must hold these entries. done is called with the number of sentences just run.
    """
    rows = (
        (file, entry, sentence, sentence in entry.yes)
        for file, entry in entries
        for sentence in (*entry.yes, *entry.no)
    )
    for batch in batched(rows, _BATCH):
        marked = [unmark(sentence) for _, _, sentence, _ in batch]
        parsed = tools.parser.sentences((one.text, 0) for one in marked)
        for (file, entry, sentence, positive), one, parse in zip(
            batch, marked, parsed, strict=True
        ):
            outcome = _Outcome(one, replace(tools, parser=_Parsed(tools.parser, parse)))
            wanted = "must fire" if positive else "must not fire"
            found = _missing(entry, outcome) if positive else _stray(entry, outcome)
            if found:
                yield SentenceProblem(
                    file=file, entry=entry.id, sentence=sentence, wanted=wanted, found=found
                )
        if done is not None:
            done(len(batch))


class _Parsed(Parser):
    """A parser for one text that has been parsed before, in a batch."""

    def __init__(self, parser: Parser, sentences: list[Sentence]) -> None:
        self._parser, self._ready = parser, sentences

    def sentences(self, paragraphs: Iterable[tuple[str, int]]) -> Iterator[list[Sentence]]:
        """Yield the sentences of the one paragraph."""
        for _ in paragraphs:
            yield self._ready

    def tokenize(self, text: str) -> list[str]:
        """Return the tokens of a name or phrase."""
        return self._parser.tokenize(text)

    def lemma(self, word: str, tag: str = "NNS") -> str:
        """Return the lemma of a word form under a Penn tag."""
        return self._parser.lemma(word, tag)


class _Outcome:
    """What coding makes of one marked sentence: claims and analyses, each when first asked."""

    def __init__(self, marked: Marked, tools: Tools) -> None:
        self.marked, self._tools = marked, tools
        self._article = bare_article(marked.text)

    @cached_property
    def claims(self) -> list[Claim]:
        return pipeline.claims_of(self._article, self._tools)

    @cached_property
    def sentences(self) -> list[Sentence]:
        return [
            sentence
            for one in self._tools.parser.sentences([(self.marked.text, 0)])
            for sentence in one
        ]

    @cached_property
    def analyses(self) -> list[Analysis]:
        return list(pipeline.analyses(self._article, self._tools))


def _missing(entry: Entry, outcome: _Outcome) -> str:
    """Return what came out of a `yes` sentence instead, "" when it holds."""
    if isinstance(entry, WordClass):
        return unclassed(entry, outcome.marked, outcome.sentences)
    if isinstance(entry, Stance):
        return "" if shows(entry, outcome.marked.text) else "it does not show"
    if isinstance(entry, NAMING):
        spans = outcome.marked.spans.get("x", ())
        if not spans:
            return "" if _named(entry.id, outcome, None) else "it names nothing here"
        missed = [span for span in spans if not _named(entry.id, outcome, span)]
        return "; ".join(f"{outcome.marked.text[a:b]!r} is not it" for a, b in missed)
    mine = [claim for claim in outcome.claims if entry.id in claim.rules]
    misfits = [_misfit(claim, outcome.marked) for claim in mine]
    if "" in misfits:
        return ""
    if isinstance(entry, Cue) and _said(entry.id, outcome):
        return ""
    if misfits:
        return " | ".join(misfits)
    others = "; ".join(f"{c.type or c.kind} by {c.rules[0]}" for c in outcome.claims if c.rules)
    return f"it did not fire; found: {others or 'no claim'}"


def _stray(entry: Entry, outcome: _Outcome) -> str:
    """Return what a `no` sentence came out as through this entry, "" when it kept out."""
    if isinstance(entry, WordClass):
        words = (word for s in outcome.sentences for word in class_words(entry, s))
        return f"{word!r} is one of its words here" if (word := next(words, "")) else ""
    if isinstance(entry, Stance):
        return "it shows" if shows(entry, outcome.marked.text) else ""
    if isinstance(entry, NAMING):
        return "it fires" if _named(entry.id, outcome, None) else ""
    for claim in outcome.claims:
        if entry.id in claim.rules:
            return f"it made {_line(claim)}"
    if isinstance(entry, Cue):
        heard = any(said.entry.id == entry.id for a in outcome.analyses for said in a.said)
        return "it is heard as a voice's cue" if heard else ""
    return ""


# ------------------------------------------------------------------ names, roles, goods


def _named(entry: str, outcome: _Outcome, span: tuple[int, int] | None) -> bool:
    """Return whether a token of the span (None: any token) resolves through the entry."""
    for analysis in outcome.analyses:
        s = analysis.sentence
        inside = [i for i in range(len(s)) if span is None or _overlaps(_at(s, i), [span])]
        if any(good.rule == entry and good.head in inside for good in analysis.goods.found):
            return True
        if any(entry in party.rules for i in inside for party in _parties(analysis, i)):
            return True
        if span is not None and inside and _through_head(entry, analysis, inside[-1]):
            return True
    return False


def _parties(analysis: Analysis, i: int) -> Iterator[Party]:
    """Yield the parties that a noun, pronoun or modifier names by itself."""
    if analysis.sentence.tags[i][:2] in {"NN", "JJ"}:
        yield from analysis.resolver.resolve(i)
        yield from analysis.resolver.adjective(i)


def _through_head(entry: str, analysis: Analysis, i: int) -> bool:
    """Return whether the noun that token i modifies or titles resolves through the entry."""
    s, resolver = analysis.sentence, analysis.resolver
    for up in s.path(i):
        if not s.is_noun(up):
            return False
        if any(entry in party.rules for party in (*resolver.resolve(up), *resolver.owner(up))):
            return True
    return False


# ------------------------------------------------------------------ claims and cues


def _misfit(claim: Claim, marked: Marked) -> str:
    """Return in which marked fields the claim differs, "" when it fits all of them."""
    wrong: list[str] = []
    fields: dict[str, list[tuple[int, int]]] = {
        "a": [(one.start, one.end) for one in claim.actors],
        "r": [(one.start, one.end) for one in claim.recipients],
        "g": [(one.start, one.end) for one in claim.goods],
        "v": [(v.start, v.end) for v in claim.voices if v.start is not None and v.end is not None],
        "c": [(claim.content.start, claim.content.end)] if claim.content else [],
        "t": [(claim.time.text_start, claim.time.text_end)] if claim.time else [],
        "p": [(claim.place.start, claim.place.end)] if claim.place else [],
    }
    for letter, found in fields.items():
        spans = marked.spans.get(letter)
        if spans is None or (letter == "c" and claim.content is None and spans):
            continue  # an event has no content: there the mark speaks of the attribution
        if not _complete(found, spans):
            words = ", ".join(marked.text[a:b] for a, b in found) or "none"
            wrong.append(f"{LETTERS[letter]}: {words}")
    if marked.status is not None and claim.status is not marked.status:
        wrong.append(f"status: {claim.status}")
    return ", ".join(wrong)


def _said(entry: str, outcome: _Outcome) -> bool:
    """Return whether the cue is heard with the marked source and content; no status is compared
    where no claim hangs on the cue, so a marked status needs a claim."""
    marked = outcome.marked
    if marked.status is not None or set(marked.spans) - {"v", "c"}:
        return False
    for analysis in outcome.analyses:
        s = analysis.sentence
        for said in analysis.said:
            source = [] if said.source is None else [_phrase(s, said.source)]
            content = [(s.starts[said.content[0]], s.ends[said.content[-1]])]
            if (
                said.entry.id == entry
                and _complete(source, marked.spans.get("v", source))
                and _complete(content, marked.spans.get("c", content))
            ):
                return True
    return False


def _phrase(s: Sentence, i: int) -> tuple[int, int]:
    tree = s.subtree(i)
    return s.starts[tree[0]], s.ends[tree[-1]]


def _complete(found: Spans, spans: Spans) -> bool:
    """Return whether there are as many as marked, each over a mark, and no mark without one."""
    return (
        len(found) == len(spans)
        and all(_overlaps(one, spans) for one in found)
        and all(_overlaps(one, found) for one in spans)
    )


def _overlaps(one: tuple[int, int], spans: Spans) -> bool:
    return any(one[0] < end and start < one[1] for start, end in spans)


def _at(s: Sentence, i: int) -> tuple[int, int]:
    return s.starts[i], s.ends[i]


def _line(claim: Claim) -> str:
    actors = ", ".join(actor.text for actor in claim.actors) or "nobody"
    recipients = ", ".join(actor.text for actor in claim.recipients) or "nobody"
    return f"{claim.type or claim.kind} ({claim.status}): {actors} → {recipients}"
