"""When and where of a claim: the expressions of its sentence, joined to its trigger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from reportedly.coding.analysis import Analysis
from reportedly.coding.reading import Mood, Reading
from reportedly.coding.sentence import Sentence
from reportedly.coding.slots import Draft
from reportedly.coding.times import TimeMention, find_times
from reportedly.coding.where import AT, TO, Located
from reportedly.lexicons import Organisation
from reportedly.records import Article, Place, Time

#: clauses that have times of their own: nothing is inherited through them
CLOSED = frozenset({"relcl", "advcl", "ccomp", "acl", "parataxis"})


class Circumstances:
    """Finds times and places for the claims of one article."""

    def __init__(self, article: Article, located: Mapping[int, Sequence[Located]]) -> None:
        self.article, self.located = article, located
        self.published = _day(article)
        self._times: dict[tuple[int, bool | None], list[TimeMention]] = {}

    def time(self, draft: Draft, analysis: Analysis, reading: Reading) -> Time | None:
        """Return when the claim's event is said to lie, or None where the text is silent."""
        s = analysis.sentence
        past = reading.mood < Mood.FUTURE
        key = (s.offset, past)
        if key not in self._times:
            if (s.offset, not past) not in self._times:
                self._times.clear()  # of another sentence
            self._times[key] = find_times(s.text, published=self.published, past=past)
        found = self._times[key]
        best = nearest(draft, analysis, [(m.start + s.offset, m.end + s.offset) for m in found])
        return None if best is None else _record(found[best], s)

    def dated(self, reading: Reading, when: Time | None) -> Reading:
        """Return the reading as planned where its time lies after publication: "is visiting"."""
        if when is None or when.start is None or self.published is None:
            return reading
        if reading.mood < Mood.FUTURE and when.start > self.published.isoformat():
            return reading.after("planned")
        return reading

    def place(self, draft: Draft, analysis: Analysis) -> Place | None:
        """Return where the claim's event is said to lie, or None where the text is silent."""
        found = [
            p
            for p in self.located.get(analysis.sentence.offset, ())
            if _says_where(p, draft, analysis)
        ]
        best = nearest(draft, analysis, [(p.start, p.end) for p in found])
        return None if best is None else found[best].record()


def _says_where(place: Located, draft: Draft, analysis: Analysis) -> bool:
    """Return whether the place tells where, and is not one of the claim's own parties."""
    visit = draft.type == "CONSULT" and draft.mode == "visit"
    if place.preposition not in AT and not (visit and place.preposition in TO):
        return False
    if place.candidate is None and not visit:
        return False
    s = analysis.sentence
    for match in analysis.resolver.names:
        inside = s.starts[match.first] <= place.start < s.ends[match.last]
        if inside and isinstance(match.entry, Organisation):
            return False  # "in Nato" is no place
    parties = draft.actors if visit else (*draft.actors, *draft.recipients)
    return not any(s.starts[p.head] < place.end and place.start < s.ends[p.head] for p in parties)


def _day(article: Article) -> dt.date | None:
    """Return the day of publication; None when it is unknown or known by year or month only."""
    if article.published is None:
        return None
    try:
        return dt.date.fromisoformat(article.published.value[:10])
    except ValueError:
        return None


def _record(found: TimeMention, s: Sentence) -> Time:
    return Time(
        text=s.text[found.start : found.end],
        text_start=found.start + s.offset,
        text_end=found.end + s.offset,
        start=found.from_day.isoformat() if found.from_day else None,
        end=found.to_day.isoformat() if found.to_day else None,
        grain=found.grain,
        basis=found.basis,
    )


def nearest(draft: Draft, analysis: Analysis, spans: Sequence[tuple[int, int]]) -> int | None:
    """Return the index of the span, in article offsets, that belongs to the draft's trigger."""
    ranked = []
    for index, span in enumerate(spans):
        score = _belongs(draft, analysis, span)
        if score:
            distance = abs(span[0] - analysis.sentence.starts[draft.mention.i])
            ranked.append((-score, distance, index))
    return min(ranked)[2] if ranked else None


def _belongs(draft: Draft, analysis: Analysis, span: tuple[int, int]) -> int:
    """Return 3 where the expression hangs on the trigger, less for looser ties, 0 for none."""
    s = analysis.sentence
    inside = [t for t in range(len(s)) if s.starts[t] < span[1] and span[0] < s.ends[t]]
    if not inside:
        return 0
    top = next((t for t in inside if s.heads[t] not in inside or s.heads[t] == t), inside[0])
    i = draft.mention.i
    carrier = analysis.frames.support.get(i, i)
    triggers = {d.mention.i for d in analysis.drafts}
    for up in (top, *s.path(top)):
        if up in (i, carrier):
            return 3
        if up in triggers and not s.is_verb(up):
            return 0
        if s.is_verb(up):
            return _shared(up, i, carrier, top, s, triggers)
    return 0


def _shared(verb: int, i: int, carrier: int, top: int, s: Sentence, triggers: set[int]) -> int:
    """Return the tie to an expression that hangs on another verb of the same clause."""
    if top > verb and _follows(verb, carrier, s):
        return 1  # "killed 69 and wounded 50 last week": one time for both
    node, steps = carrier, 0
    while node != verb:
        if s.heads[node] == node or s.deps[node] in CLOSED:
            return 0
        if s.deps[node] == "conj" and s.is_verb(node) and top > verb:
            return 0  # "left on Monday and struck": the day is the first verb's
        node, steps = s.heads[node], steps + 1
    if verb in triggers and not s.is_verb(i):
        return 0 if steps > 1 else 1
    return 2 if s.is_verb(i) else 1


def _follows(verb: int, first: int, s: Sentence) -> bool:
    """Return whether verb is coordinated with first and shares its subject."""
    while verb != first:
        if s.deps[verb] != "conj" or s.kid(verb, "nsubj", "nsubjpass") is not None:
            return False
        verb = s.heads[verb]
    return True
