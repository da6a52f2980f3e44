"""From attributions to voices: resolved sources, and quotations that run over sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.coding.actors import Resolver
from reportedly.coding.attribution import QUOTE, Said
from reportedly.coding.party import Party
from reportedly.coding.phrases import left_edge
from reportedly.coding.sentence import Sentence
from reportedly.records import Attribution, Span, Voice


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution with its source resolved; content is a set of tokens of the sentence.

    own  heads of infinitives that the source itself would do ("promised to send"): no report
    """

    voice: Voice
    content: frozenset[int]
    depth: int
    rule: str
    party: Party | None = None
    own: frozenset[int] = frozenset()


def speech_of(said: Said, sentence: Sentence, resolver: Resolver) -> Speech:
    """Return the speech with the voice that its source resolves to."""
    first, last = said.cue
    cue = {
        "cue": sentence.slice(first, last),
        "cue_start": sentence.starts[first],
        "cue_end": sentence.ends[last],
    }
    party = None
    if said.source is not None:
        i = said.source
        party = next(iter(resolver.resolve(i) or resolver.owner(i)), None)
    voice = _voice(said, sentence, party, cue)
    own = _own(said, sentence)
    return Speech(voice, frozenset(said.content), said.depth, said.entry.id, party, own)


def _own(said: Said, sentence: Sentence) -> frozenset[int]:
    """Return the infinitives under the cue whose doer is its subject; "to have done" is a report."""
    found = []
    for k in sentence.kids(said.cue[0], "xcomp"):
        perfect = any(sentence.lemmas[a] == "have" for a in sentence.kids(k, "aux"))
        if not perfect:
            found += sentence.conjuncts(k)
    return frozenset(found)


def _voice(said: Said, sentence: Sentence, party: Party | None, cue: dict[str, object]) -> Voice:
    if said.source is None:
        return Voice(**cue)  # type: ignore[arg-type]
    i = said.source
    first = left_edge(sentence, i)
    while first < i and sentence.words[first] in {QUOTE, "(", "[", ","}:
        first += 1
    span = {
        "start": sentence.starts[first],
        "end": sentence.ends[i],
        "text": sentence.slice(first, i),
    }
    if party is None:
        named = sentence.is_proper(i)
        return Voice(**span, **cue, name=span["text"], named=named)  # type: ignore[arg-type]
    return Voice(
        **span,  # type: ignore[arg-type]
        **cue,  # type: ignore[arg-type]
        name=party.name,
        country=party.country,
        sector=party.sectors[0] if party.sectors else None,
        role=party.role,
        named=party.named,
    )


def voices_of(
    tokens: Sequence[int], speeches: Sequence[Speech], actors: Sequence[Party]
) -> tuple[tuple[Voice, ...], tuple[str, ...]]:
    """Return the voices that say what the trigger presents, outermost first, and their rules.

    tokens: the trigger and the verb that carries it. Whoever only plans or promises an act of
    their own is its actor, no voice.
    """
    here = [
        speech
        for speech in speeches
        if tokens[0] in speech.content
        and not (
            speech.party is not None
            and speech.own & set(tokens)
            and any(speech.party.same(actor) for actor in actors)
        )
    ]
    here.sort(key=lambda speech: (speech.depth, -len(speech.content), speech.voice.cue_start))
    kept: list[Speech] = []
    for speech in here:
        if not any(_repeats(speech.voice, other.voice) for other in kept):
            kept.append(speech)
    return tuple(s.voice for s in kept), tuple(s.rule for s in kept)


def _repeats(voice: Voice, other: Voice) -> bool:
    """Return whether a second cue only repeats the speaker: "said …, he added"."""
    if voice.text is None:
        return voice.cue == other.cue
    return voice.name == other.name and voice.country == other.country


class Quotes:
    """Carries an open quotation, and its speaker, from sentence to sentence of a section."""

    def __init__(self) -> None:
        self.open = False
        self.speaker: Speech | None = None

    def paragraph(self) -> None:
        """Say that a paragraph begins: a closed quotation has no more hold on what follows."""
        if not self.open:
            self.speaker = None

    def carry(self, sentence: Sentence, speeches: list[Speech]) -> list[Speech]:
        """Return the sentence's speeches, plus the one that an open quotation brings.

        A sentence that stands in quotation marks and has no speaker of its own belongs to the
        speaker before it.
        """
        inside, quoted = self.open, set()
        for i, word in enumerate(sentence.words):
            if word == QUOTE:
                inside = not inside
            elif inside:
                quoted.add(i)
        self.open = inside
        uncovered = quoted - {i for speech in speeches for i in speech.content}
        if speeches:
            self.speaker = max(speeches, key=lambda speech: len(speech.content))
        elif self.speaker is not None and len(uncovered) > 3:
            carried = replace(self.speaker, content=frozenset(uncovered), depth=0, own=frozenset())
            return [carried]
        return speeches


def attribution_of(said: Said, sentence: Sentence) -> Attribution:
    """Return the public record of an attribution, contiguous content tokens joined to spans."""
    first, last = said.cue
    source = None
    if said.source is not None:
        tree = _phrase(sentence, said.source)
        source = _span(sentence, tree[0], tree[-1])
    return Attribution(
        source=source,
        cue=_span(sentence, first, last),
        content=tuple(_span(sentence, a, b) for a, b in _runs(said.content)),
    )


def _phrase(sentence: Sentence, i: int) -> list[int]:
    """Return the tokens of the source's whole phrase, relative clauses included."""
    tree = sentence.subtree(i)
    return [t for t in tree if sentence.words[t] not in {",", QUOTE} or tree[0] < t < tree[-1]]


def _runs(tokens: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for t in tokens:
        if runs and t == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], t)
        else:
            runs.append((t, t))
    return runs


def _span(sentence: Sentence, first: int, last: int) -> Span:
    return Span(
        start=sentence.starts[first],
        end=sentence.ends[last],
        text=sentence.slice(first, last),
    )
