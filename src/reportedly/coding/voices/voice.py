"""From attributions to voices: sources resolved to parties, and who speaks for an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.coding.cast.party import Party
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.cast.scene import Speaker
from reportedly.coding.grammar.phrases import has_to
from reportedly.coding.grammar.slots import Spoken
from reportedly.coding.mentions.noun_phrases import covering, left_edge
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import before_noun
from reportedly.coding.voices.extent import example_of
from reportedly.coding.voices.quotation_marks import MARK_WORDS
from reportedly.coding.voices.quotations import Said
from reportedly.coding.voices.reach import is_quoted, set_against, taken_for_granted
from reportedly.records import Voice

#: effects of cues that turn what is reported round
DENIALS = frozenset({"denied", "doubted"})


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution with its source resolved; content is a set of tokens of the sentence.

    own      heads of infinitives that the source itself would do ("promised to send"): no report
    at       the cue's first token
    said     the attribution that it comes from
    carried  whether the speaker stands in another sentence; content is then of this one
    beside   the voices of those who say it together with the source: "Oslo and Rome said"
    done     tokens of the content that are asked for, promised, seen or to be done: no report
    """

    voice: Voice
    content: frozenset[int]
    depth: int
    rule: str
    party: Party | None = None
    own: frozenset[int] = frozenset()
    at: int = 0
    said: Said | None = None
    carried: bool = False
    beside: tuple[Voice, ...] = ()
    done: frozenset[int] = frozenset()

    @property
    def voices(self) -> tuple[Voice, ...]:
        """All who say it, in text order."""
        return (self.voice, *self.beside)


def speeches_of(said: Iterable[Said], resolver: Resolver) -> tuple[Speech, ...]:
    """Return the attributions of speech with their sources resolved."""
    return tuple(speech_of(one, resolver) for one in said if one.entry.speech)


def speakers_of(speeches: Iterable[Speech], s: Sentence) -> tuple[Speaker, ...]:
    """Return who says which tokens, whom "we" and "I" stand for there; who is quoted by a quoted
    speaker first."""
    known = [one for one in speeches if one.party is not None]
    known.sort(key=lambda one: not (one.said and one.said.quoted and is_quoted(s, one.content)))
    return tuple((one.content, one.party) for one in known if one.party is not None)


def spoken_of(speeches: Iterable[Speech]) -> tuple[Spoken, ...]:
    """Return the tokens that a source in the sentence says, for the slot `speaker`."""
    return tuple(
        Spoken(one.content, one.said.source, one.at)
        for one in speeches
        if one.said is not None and one.said.source is not None
    )


def speech_of(said: Said, resolver: Resolver) -> Speech:
    """Return the speech with the voice that its source resolves to."""
    sentence = resolver.sentence
    first, last = said.cue
    cue = {
        "cue": sentence.slice(first, last),
        "cue_start": sentence.starts[first],
        "cue_end": sentence.ends[last],
    }
    party = _source(said.source, resolver)
    voice = _voice(said.source, sentence, party, cue)
    beside = tuple(_voice(k, sentence, _source(k, resolver), cue) for k in _joined(said, resolver))
    own = _own(said, sentence)
    content = frozenset(said.content) - _granted(own, sentence)
    mine = party is None and _is_the_articles(said, sentence)
    done = content if mine else _done(said, own, sentence)
    return Speech(voice, content, said.depth, said.entry.id, party, own, first, said, beside=beside,
                  done=done)  # fmt: skip


def _source(i: int | None, resolver: Resolver) -> Party | None:
    if i is None:
        return None
    found = resolver.resolve(i)
    if not found and not resolver.sentence.among(i, "findings_about_people"):
        found = resolver.owner(i)  # "his letter said"; not "his autopsy showed"
    return next(iter(found), None)


def _joined(said: Said, resolver: Resolver) -> list[int]:
    """Return the heads of those who say it together with the source.

    "Hale, a nurse and mother of two, said": she is one, and so is "the owner and manager".
    """
    s, i = resolver.sentence, said.source
    if i is None or not s.is_noun(i) or _source(i, resolver) is None:
        return []
    at = said.cue[0]
    found = [k for k in s.conjuncts(i) if k > i and s.deps[k] == "conj" and (k < at) == (i < at)]
    links = [s.words[c].lower() for k in (i, *found) for c in s.kids(k, "cc")]
    if not links or set(links) != {"and"}:
        return []
    return [k for k in found if k not in said.content and _is_another(i, k, resolver)]


def _is_another(i: int, k: int, resolver: Resolver) -> bool:
    """Return whether noun k is somebody beside source i, and tells no more of the same one."""
    s = resolver.sentence
    between = {s.words[t] for t in range(i, k)}
    if not between.isdisjoint({"-", "--", "–", "—", "("}):
        return False
    aside = "," in between and (s.deps[i] == "pobj" or (s.is_proper(i) and not s.is_proper(k)))
    role = covering(resolver.scene.roles, k) is not None
    bare = s.kid(k, "det", "poss", "nummod") is None and s.tags[k] in {"NN", "NNP"}
    told = s.tags[k] == "PRP" or (s.is_noun(k) and not (bare and (role or s.tags[k] == "NN")))
    return told and not aside


def _own(said: Said, sentence: Sentence) -> frozenset[int]:
    """Return the infinitives under the cue that its subject does.

    "To have done" is a report, and so is a gerund: "denied selling".
    """
    found = []
    for k in sentence.kids(said.cue[0], "xcomp"):
        perfect = any(sentence.lemmas[a] == "have" for a in sentence.kids(k, "aux"))
        if has_to(sentence, k) and not perfect:
            found += sentence.conjuncts(k)
    return frozenset(found)


def _granted(own: frozenset[int], sentence: Sentence) -> frozenset[int]:
    """Return the tokens of relative clauses below what somebody agrees or plans to do: they tell
    what the article knows ("agreed to reopen the bridge, which guards had shut")."""
    # "…, which would kill thousands": what is foreseen is whoever's that says it
    relatives = _relatives(own, sentence)
    below = (k for k in relatives if all(sentence.tags[a] != "MD" for a in sentence.kids(k, "aux")))
    return frozenset(t for k in below for t in sentence.subtree(k))


def _relatives(heads: Iterable[int], sentence: Sentence) -> list[int]:
    return [k for i in heads for k in sentence.subtree(i) if sentence.deps[k] == "relcl"]


def _is_the_articles(said: Said, sentence: Sentence) -> bool:
    """Return whether the article speaks of itself: "I hope", "a draft that we have seen"."""
    i = said.source
    return i is not None and not said.quoted and sentence.among(i, "first_pronouns")


def _done(said: Said, own: frozenset[int], sentence: Sentence) -> frozenset[int]:
    """Return the tokens that nobody reports: they are asked for, promised or seen, stand below what
    the source would do itself ("agreed to let police search"), or are set against its words.

    Not what is quoted: "'They burnt our mill,' she complained and demanded".
    """
    i, slots = said.cue[0], said.entry.unreported
    heads = own if said.source is not None else ()
    foreseen = {t for k in _relatives(heads, sentence) for t in sentence.subtree(k)}
    below = {t for k in heads for t in sentence.subtree(k)} - foreseen - own
    clause = sentence.kid(i, "ccomp", "xcomp") is not None or sentence.deps[i] == "parataxis"
    quoted = not MARK_WORDS.isdisjoint(sentence.words[t] for t in said.content)
    if not quoted and ("complement" if clause else "object") in slots:
        return frozenset(said.content) | below
    if said.entry.effect in DENIALS:
        below |= taken_for_granted(sentence, said.content)
    if not quoted:  # "says the jailed editor is ill": nobody says that he is jailed
        below |= {t for t in said.content if before_noun(sentence, t)}
    ahead = bool(said.content) and i < said.content[0]
    return frozenset(below | (set_against(sentence, i, said.content) if ahead else set()))


def _voice(i: int | None, sentence: Sentence, party: Party | None, cue: dict[str, object]) -> Voice:
    if i is None:
        return Voice(**cue)  # type: ignore[arg-type]
    first = left_edge(sentence, i)
    while first < i and sentence.words[first] in MARK_WORDS | {"(", "[", ","}:
        first += 1
    span = {
        "start": sentence.starts[first],
        "end": sentence.ends[i],
        "text": sentence.slice(first, i),
    }
    example = example_of(sentence, i)
    if example is not None:
        last = example[-1]
        span |= {"end": sentence.ends[last], "text": sentence.slice(first, last)}
        name = sentence.slice(*example)
        role = party.role if party is not None else None
        return Voice(**span, **cue, name=name, role=role, named=True)  # type: ignore[arg-type]
    apposed = _apposed(sentence, i, party)
    if apposed is not None:  # "a resident of the village, Bo Tinda, said"
        ends = {"start": sentence.starts[apposed[0]], "end": sentence.ends[apposed[1]]}
        span |= {**ends, "text": sentence.slice(*apposed)}
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


def _apposed(s: Sentence, i: int, party: Party | None) -> tuple[int, int] | None:
    """Return the first and last token of the name behind a role that tells who it is, or None."""
    name = party.name.split() if party is not None and party.named else []
    for k in s.kids(i, "appos") if len(name) > 1 and not s.is_proper(i) else ():
        first = k - len(name) + 1
        if i < first and list(s.words[first : k + 1]) == name:
            return first, k
    return None


def voices_of(
    tokens: Sequence[int],
    speeches: Sequence[Speech],
    actors: Sequence[Party],
    *,
    uttered: bool = False,
) -> tuple[tuple[Voice, ...], tuple[str, ...]]:
    """Return the voices that say what the trigger presents, outermost first, and their rules.

    tokens: the trigger and the verb that carries it. Whoever only plans or promises an act of
    their own is its actor, no voice. uttered: whether saying it is the act ("I ask him to go").
    """
    heard = [one for one in speeches if tokens[0] in one.content - one.done]
    last = max((speech.depth for speech in heard), default=0)
    here = [
        speech
        for speech in heard
        if not (_acts(speech, actors) and (uttered or speech.own & set(tokens)))
        and not (uttered and speech.depth == last and (not actors or _is_their_side(actors)))
    ]
    here = [speech for speech in here if not _denied_hearsay(speech, here)]
    here.sort(key=lambda speech: (speech.depth, -len(speech.content), speech.voice.cue_start))
    kept: list[Speech] = []
    for speech in here:
        if not any(_repeats(speech, other) for other in kept):
            kept.append(speech)
    return tuple(v for s in kept for v in s.voices), tuple(s.rule for s in kept)


def _is_their_side(actors: Sequence[Party]) -> bool:
    """Return whether the actor is "we", as the side of whoever speaks."""
    return len(actors) == 1 and not actors[0].named and actors[0].name.casefold() == "we"


def _acts(speech: Speech, actors: Sequence[Party]) -> bool:
    """Return whether the speaker is one of the actors."""
    return speech.party is not None and any(speech.party.same(actor) for actor in actors)


def _denied_hearsay(speech: Speech, others: Sequence[Speech]) -> bool:
    """Return whether nobody's reports or claims are what another speaker denies."""
    if speech.said is None or speech.said.source is not None or speech.said.entry.pos != "noun":
        return False
    return any(
        speech.at in other.content and other.said is not None and other.said.entry.effect in DENIALS
        for other in others
    )


def _repeats(speech: Speech, other: Speech) -> bool:
    """Return whether a second cue only repeats the speaker: "said …, he added".

    Not so "said he believed": there the speaker reports a word or a thought of their own.
    """
    inside = speech.said is not None and speech.said.source in other.content
    if inside and not other.carried and other.at < min(other.content):
        return False
    voice, before = speech.voice, other.voice
    if voice.text is None:
        return voice.cue == before.cue
    return voice.name == before.name and voice.country == before.country
