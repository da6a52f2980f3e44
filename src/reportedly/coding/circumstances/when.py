"""When an act is said to lie, and what tense and date make of its status."""

from __future__ import annotations

import datetime as dt

from reportedly import ontology
from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.anchored import anchored, since_then
from reportedly.coding.circumstances.belonging import nearest
from reportedly.coding.circumstances.beside import SPOKEN
from reportedly.coding.circumstances.dating import tie
from reportedly.coding.circumstances.direction import looks_ahead, not_before
from reportedly.coding.grammar.passive import passive
from reportedly.coding.participants.draft import Draft
from reportedly.coding.presentation.lasting import goes_on, stands_so
from reportedly.coding.presentation.mood import Mood, Reading
from reportedly.coding.presentation.tense import (
    bearer,
    describes,
    holds_beside,
    in_the_past,
    is_habit,
    is_present,
    is_state,
    lasts,
    shifted,
)
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.times import TimeFinder, TimeMention
from reportedly.coding.vocabulary import before_noun
from reportedly.records import Article, ClaimKind, Section, Time

#: types that whoever is ready for something commits to
OFFERED = frozenset({"AGREE", "CONCEDE"})


def settled(
    draft: Draft, analysis: Analysis, published: dt.date | None, times: TimeFinder
) -> tuple[Reading, Time | None]:
    """Return how the draft's act is presented in the end, and when it is said to lie.

    The time is None where the text is silent. published: the day of the article, or None.
    """
    return _placed(draft.mention.i, tensed(draft, analysis), analysis, published, times)


def presented(
    i: int, analysis: Analysis, published: dt.date | None, times: TimeFinder
) -> tuple[Reading, Time | None]:
    """Return the same of the predicate at token i, as its draft has it where there is one."""
    draft = analysis.draft_at(i)
    if draft is not None:
        return settled(draft, analysis, published, times)
    reading = analysis.judge.judge(i)
    if _open_to_tense(reading) and not (analysis.heading or _reports(i, analysis)):
        reading = reading.after("ongoing") if _stands(i, analysis) else reading
    return _placed(i, reading, analysis, published, times)


def _stands(i: int, analysis: Analysis) -> bool:
    """Return whether the predicate at token i, on which no claim hangs, is going on."""
    s, at = analysis.sentence, _tense_at(i, analysis)
    reported = shifted(s, at) and describes(s, at) and not _spoken(at, analysis)
    return is_present(s, at) or lasts(s, at) or reported or goes_on(s, i) or stands_so(s, i)


def _tense_at(i: int, analysis: Analysis) -> int:
    """Return the token whose tense holds for i: the verb that carries a noun."""
    return analysis.slots.lending.carriers.get(i, i)


def _spoken(i: int, analysis: Analysis) -> bool:
    """Return whether token i stands in quotation marks: nobody shifts the tense there."""
    return any(i in run.tokens for run in analysis.quoted)


def _placed(
    i: int, reading: Reading, analysis: Analysis, published: dt.date | None, times: TimeFinder
) -> tuple[Reading, Time | None]:
    """Return the reading at token i with the time that belongs to it, dated by that time."""
    s = analysis.sentence
    if before_noun(s, i):
        return reading, None  # "the jailed editor left on Monday": it does not say since when
    past = reading.mood < Mood.FUTURE
    found = [
        directed(m, s, published, times) for m in times.find(s.text, published=published, past=past)
    ]
    spans = [(m.start + s.offset, m.end + s.offset) for m in found]
    ties = [tie(i, analysis, m, published, past=past) for m in found]
    best = nearest(i, analysis, spans, ties)
    one = since_then(i, s, found) or (
        anchored(i, analysis, found, times) if best is None else found[best]
    )
    if one is None:
        return reading, None
    when = record(one, s)
    return _dated(reading, when, published), when


def directed(
    found: TimeMention, s: Sentence, published: dt.date | None, times: TimeFinder
) -> TimeMention:
    """Return the time as it lies: ahead where its verb says so, whatever the act's tense."""
    if not looks_ahead(s, found):
        return found
    ahead = times.find(s.text, published=published, past=False)
    one = next((m for m in ahead if (m.start, m.end) == (found.start, found.end)), found)
    return times.begun(one) if not_before(s, one) else one


def tensed(draft: Draft, analysis: Analysis) -> Reading:
    """Return the reading with the present tense settled: going on in a text, done in a headline."""
    s, reading, i = analysis.sentence, draft.reading, draft.mention.i
    standing = draft.entry.kind in {ClaimKind.WANT, ClaimKind.CONSTRAINT}
    if not _open_to_tense(reading) or (analysis.heading and not standing):
        return reading
    at = s.heads[i] if draft.entry.actor == ("called",) else _tense_at(i, analysis)
    if at == i and goes_on(s, i):
        return reading.after("ongoing")  # nobody begins it here: "American sanctions hurt"
    state = draft.entry.kind is not ClaimKind.EVENT
    word = not state and draft.type is not None and ontology.quad(draft.type) in SPOKEN
    offer = draft.type in OFFERED and not s.is_verb(i)  # "is ready to": that is an offer made
    offer = offer and not s.among(i, "standing_offers")
    state_told = is_state(s, at) or is_habit(s, at) or (s.lemmas[at] == "have" and stands_so(s, i))
    offer = offer or (not state and draft.entry.actor == ("speaker",))  # "is a farce": he says so
    present = is_present(s, at) and (not word or state_told) and not offer
    timeless = bearer(s, i) is None and (at != i or not in_the_past(s, i))  # "voiced a wish to"
    timeless = standing and (timeless or draft.entry.actor == ("speaker",))
    reported = shifted(s, at) and not _spoken(at, analysis)
    going = s.tags[at] == "VBG" or any(s.words[k].lower() == "being" for k in s.kids(at, "auxpass"))
    held = s.among(at, "standing_verbs") and not passive(s, at)  # "said he backed the plan"
    reported = reported and (standing or going or held)
    goes = present or timeless or reported or lasts(s, at) or holds_beside(s, at)
    return reading.after("ongoing") if goes else reading


def _open_to_tense(reading: Reading) -> bool:
    """Return whether a present tense would make the reading one of what is going on."""
    return reading.mood is Mood.PAST and reading.positive


def _reports(i: int, analysis: Analysis) -> bool:
    """Return whether token i is the cue of what somebody says: "says" tells what was said.

    What somebody believes goes on.
    """
    cue = any(one.cue[0] <= i <= one.cue[1] for one in analysis.said)
    return cue and not analysis.sentence.among(i, "stative_verbs")


def _dated(reading: Reading, when: Time, published: dt.date | None) -> Reading:
    """Return the reading as planned where its time lies after publication: "is visiting"."""
    if when.start is None or published is None:
        return reading
    if reading.mood < Mood.FUTURE and when.start > published.isoformat():
        return reading.after("planned")
    return reading


def publication_day(article: Article, section: Section | None = None) -> dt.date | None:
    """Return the day of publication; None when it is unknown or known by year or month only.

    A section with a time of its own (a comment, a post of a live page) counts from that.
    """
    if section is not None and section.time:
        value = section.time
    elif article.published is not None:
        value = article.published.value
    else:
        return None
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        return None


def record(found: TimeMention, s: Sentence) -> Time:
    """Return the time found in sentence s, with offsets in the article."""
    return Time(
        text=s.text[found.start : found.end],
        text_start=found.start + s.offset,
        text_end=found.end + s.offset,
        start=found.from_day.isoformat() if found.from_day else None,
        end=found.to_day.isoformat() if found.to_day else None,
        grain=found.grain,
        basis=found.basis,
    )
