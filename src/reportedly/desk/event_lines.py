"""One event as one line of a list: marks, headline, voices, days, reports with their origins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.desk.judged_shown import JudgedShown, judged_in
from reportedly.desk.lines import Mark, mark, several
from reportedly.desk.phrases import amount, dated_how, headline, moment, mood_of, sides, when
from reportedly.desk.wares import ware
from reportedly.desk.wording import label, plain
from reportedly.linking.answering import answering
from reportedly.linking.plans import days_of, last_turn
from reportedly.records import Claim, Event, Stage, Status, Step
from reportedly.store import ClaimFilter, Store
from reportedly.views import EventWord, event_words

#: stage of a history → the sign that it has, and what is said of it
STAGES = {
    Stage.ANNOUNCED: ("planned", "announced"),
    Stage.PLANNED: ("planned", "planned"),
    Stage.ONGOING: ("ongoing", "ongoing"),
    Stage.HAPPENED: ("happened", "happened"),
    Stage.POSTPONED: ("postponed", "postponed"),
    Stage.CANCELLED: ("negated", "cancelled"),
    Stage.DENIED: ("negated", "denied"),
}
_SHOWN = 3  # voices of one side


@dataclass(frozen=True, slots=True)
class StageMark:
    """The sign of a step, or of a plan's fate; words: what it says."""

    status: str
    css: str
    words: str
    said: bool = False


@dataclass(frozen=True, slots=True)
class TurnShown:
    """From which step to which, and when that was reported."""

    before: StageMark
    after: StageMark
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One event. voices: who holds it, none where an article itself does; denied: who denies it.

    more  how many voices there are beside those shown; note: what the days rest on
    trigger  the text's own word, "" where it was not looked up; differs: what the reports give
    otherwise, each as "number of recipients: 9, 12"
    rejected  how many of its claims a person judged to be none: nothing here rests on them; judged:
    what is judged wrong of the others
    """

    id: str
    mark: Mark
    who: str
    does: str
    trigger: str
    amount: str
    code: str
    voices: tuple[str, ...]
    more: int
    contested: bool
    denied: tuple[str, ...]
    when: str
    note: str
    reports: int
    origins: int
    denying: int
    claims: int
    differs: tuple[str, ...]
    turn: TurnShown | None
    rejected: int = 0
    judged: tuple[JudgedShown, ...] = ()

    @property
    def href(self) -> str:
        """Its own page."""
        return f"/events/{self.id}"


def event_lines(
    store: Store, found: Iterable[Event], words: Mapping[str, EventWord] | None = None
) -> list[EventLine]:
    """Return the events as lines; of those that are contested the denials are looked up, and so
    are the words, by event, where they are not given."""
    rows = list(found)
    words = event_words(store, rows) if words is None else words
    asked = tuple(claim for one in rows if one.contested for claim in one.claims)
    denials = ClaimFilter(ids=asked, status=(str(Status.NEGATED),))
    claims = {one.id: one for one in store.claims(denials)} if asked else {}
    judged = judged_in(store, rows)
    return [
        event_line(
            one,
            [claims[key] for key in one.claims if key in claims],
            words.get(one.id),
            judged.get(one.id, ()),
        )
        for one in rows
    ]


def event_line(
    one: Event,
    claims: Sequence[Claim] = (),
    word: EventWord | None = None,
    judged: tuple[JudgedShown, ...] = (),
) -> EventLine:
    """Return the event as a line. claims: its own, for who denies it; word: the text's own; judged:
    what is judged wrong of the claims that it rests on."""
    day, note = days_told(one)
    sound = [claim for claim in claims if claim.id not in one.rejected]
    deniers = denied_by(sound) if one.contested else ()
    denial = word is not None and word.denial
    return EventLine(
        id=one.id,
        mark=event_mark(one),
        who=sides(one.actors, () if denial else one.recipients),
        does=does(one, denial),
        trigger=plain(word.trigger) if word else "",
        amount="; ".join(filter(None, map(amount, one.goods))),
        code=label("event", one.type, one.mode),
        voices=tuple(map(plain, one.status_by[:_SHOWN])),
        more=max(0, len(one.status_by) - _SHOWN),
        contested=one.contested,
        denied=deniers[:_SHOWN],
        when=day,
        note=note,
        reports=one.reports,
        origins=len(one.origins),
        denying=len(one.origins_denying),
        claims=len(one.claims),
        differs=tuple(
            f"{each.field}: {', '.join(value_told(each.field, told.value) for told in each.values)}"
            for each in one.contradictions
            if each.field != "status"
        ),
        turn=_turn(one, deniers),
        rejected=len(one.rejected),
        judged=judged,
    )


def event_mark(one: Event) -> Mark:
    """Return the sign of the strongest status; a quotation mark where only voices hold it."""
    return mark(one.type, str(one.status), bool(one.status_by))


def does(one: Event, denial: bool = False) -> str:
    """Return the event's headline without its parties; denial: what is told is only denied."""
    mode, many = "denial" if denial else one.mode, several(one.actors)
    mood = mood_of(str(one.status), one.actors)
    return headline("event", one.type, mode, mood, one.goods, None, many)


def days_told(one: Event) -> tuple[str, str]:
    """Return the days that a text gives, and what they rest on; else the first report's day."""
    if one.time and (one.time.start or one.time.end):
        day = when(one.time.start, one.time.end, one.time.grain)
        return day, dated_how(str(one.time.basis))
    return "undated", f"published {moment(one.first_reported)}" if one.first_reported else ""


def value_told(field: str, value: str) -> str:
    """Return one of the values that reports disagree about: "20,000 people · troops"."""
    much, _, rest = value.partition(" ")
    if field != "quantity" or not rest:
        return plain(value)
    unit, _, code = rest.rpartition(" ")
    much = re.sub(r"\d{4,}", lambda found: f"{int(found[0]):,}", much)
    return plain(" ".join(filter(None, (much, unit, ware(code)))))


def denied_by(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return who denies it; "" for an article itself, where nobody is given."""
    found: dict[str, None] = {}
    for claim in claims:
        if claim.status == "negated":
            names = [
                plain(one.name or one.text or "somebody") for one in answering(claim.voices, True)
            ]
            found.update(dict.fromkeys(names or [""]))
    return tuple(found)


def stage_mark(step: Step, one: Event, said: bool = False) -> StageMark:
    """Return the sign of a step of the event's history."""
    status, words = STAGES[step.status]
    return StageMark(status, mark(one.type, "planned", False).css, words, said)


def step_days(step: Step) -> str:
    """Return the days of a step; those of its report say so."""
    start, end = days_of(step.when)
    told = when(start, end)
    return f"reported {told}" if step.basis == "published" else told


def _told(step: Step, one: Event, deniers: Sequence[str]) -> StageMark:
    """Return the sign of a step, with a quotation mark where only voices hold what it tells."""
    status, _ = STAGES[step.status]
    holders = one.status_by if status == one.status else ()
    if step.status is Stage.DENIED and deniers:
        holders = tuple(deniers) if all(deniers) else ()
    return stage_mark(step, one, bool(holders))


def _turn(one: Event, deniers: Sequence[str]) -> TurnShown | None:
    turn = last_turn(one)
    if turn is None:
        return None
    before, after = (_told(step, one, deniers) for step in (turn.before, turn.after))
    day = f", as reported {moment(turn.day)}" if turn.day else ""
    return TurnShown(before, after, f"was told as {before.words}, now {after.words}{day}")
