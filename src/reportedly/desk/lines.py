"""One claim as one line of a list: mark, headline, voice, days, where it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reportedly import ontology
from reportedly.desk.marking import Run, anchor_of, marked
from reportedly.desk.phrases import (
    STATUS_WORDS,
    amount,
    dated_how,
    headline,
    moment,
    mood_of,
    sides,
    when,
)
from reportedly.desk.wares import ware
from reportedly.desk.wording import QUADS, denied, label, plain
from reportedly.records import Actor, Claim, Voice, together
from reportedly.views.entries import turns_down


class Placed(Protocol):
    """What a row says of its article and its days."""

    @property
    def title(self) -> str | None: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def dated(self) -> str | None: ...
    @property
    def day_from(self) -> str | None: ...
    @property
    def day_to(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign of a status in the colour of a quad class; said: a voice says so."""

    status: str
    css: str
    said: bool

    @property
    def words(self) -> str:
        """What the sign says."""
        return STATUS_WORDS[self.status] + (", as alleged" if self.said else "")


@dataclass(frozen=True, slots=True)
class Said:
    """One voice: what stands before it, its name, more of it, its cue."""

    verb: str
    name: str
    more: str
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One claim. note: what the days rest on. sure: in hundredths."""

    id: str
    article: str
    mark: Mark
    who: str
    does: str
    trigger: str
    voices: tuple[Said, ...]
    code: str
    good: str
    amount: str
    when: str
    note: str
    outlet: str
    title: str
    section: str
    sure: int
    sentence: tuple[Run, ...]
    rules: tuple[str, ...]

    @property
    def href(self) -> str:
        """Its place in its article."""
        return f"/articles/{self.article}#{anchor(self.id)}"


#: a claim's note in its article has the name that it has on other pages
anchor = anchor_of


def line(claim: Claim, row: Placed) -> Line:
    """Return the claim as a line; row says where and when it was read."""
    return Line(
        id=claim.id,
        article=claim.article,
        mark=mark(claim.type, claim.status, bool(claim.voices)),
        who=sides(claim.actors, claim.recipients),
        does=does(claim),
        trigger=plain(claim.trigger.text),
        voices=said(claim.voices, claim.status),
        code=label(claim.kind, claim.type, claim.mode),
        good=", ".join(dict.fromkeys(ware(good.category) for good in claim.goods)),
        amount="; ".join(filter(None, (amount(good) for good in claim.goods))),
        when=_days(claim, row),
        note=dated_by(claim, row),
        outlet=plain(row.publisher or "") or "outlet not known",
        title=plain(row.title or "") or "untitled",
        section=str(claim.section).replace("_", " "),
        sure=round(claim.confidence * 100),
        sentence=runs(claim),
        rules=claim.rules,
    )


def _days(claim: Claim, row: Placed) -> str:
    """Return the days that the text gives, no more exact than it is."""
    if row.dated != "claim":
        return "undated"
    return when(row.day_from, row.day_to, claim.time.grain if claim.time else "")


def runs(claim: Claim) -> tuple[Run, ...]:
    """Return the sentence in runs, with the classes of the desk's own style sheet."""
    return tuple(Run(run.text, run.kind, run.css.replace("none ", "nq ")) for run in marked(claim))


def does(claim: Claim) -> str:
    """Return the claim's headline without its parties."""
    return headline(
        claim.kind,
        claim.type,
        "denial" if turns_down(claim.rules) else claim.mode,
        mood_of(claim.status, claim.actors),
        claim.goods,
        _content(claim),
        several(claim.actors),
    )


def _content(claim: Claim) -> str | None:
    """Return what is wanted or limited; of what would follow with its word: "violate a rule"."""
    content = claim.content.text if claim.content else None
    if content is None or claim.kind != "consequence" or claim.trigger.text in content:
        return content
    return f"{claim.trigger.text} {content}"


def dated_by(claim: Claim, row: Placed) -> str:
    """Return what the days rest on: the text's words, or only the publication."""
    if claim.time is not None and row.dated == "claim":
        return dated_how(str(claim.time.basis))
    return f"published {moment(row.published)[:11].strip(', ')}" if row.published else ""


def mark(type: str | None, status: str, said: bool) -> Mark:
    """Return the mark of a status, in the colour of the type's quad class."""
    css = QUADS[ontology.quad(type)][0] if type else "nq"
    return Mark(str(status), css, said)


def said(voices: Sequence[Voice], status: str) -> tuple[Said, ...]:
    """Return the voices from the outermost to the innermost."""
    found = []
    for number, voice in enumerate(voices):
        name = plain(voice.text or voice.name or "") or "somebody"
        more = [] if voice.named else ["unnamed"]
        more += [voice.country] if voice.country and voice.country not in name else []
        joined = number and together(voices[number - 1], voice)
        verb = "and" if joined else "who cites" if number else _verb(voices, status)
        found.append(Said(verb, name, ", ".join(more), plain(voice.cue)))
    return tuple(found)


def _verb(voices: Sequence[Voice], status: str) -> str:
    if status != "negated":
        return "told by" if denied(voices) else "alleged by"  # who denied one thing told another
    return "denied by" if denied(voices) else "not so, says"


def several(actors: Sequence[Actor]) -> bool:
    """Tell whether the verb behind them is that of many: two, or what is called by a plural."""
    return len({actor.name for actor in actors}) > 1 or any(map(_plural, actors))


def _plural(actor: Actor) -> bool:
    if not actor.name.endswith("s"):
        return False
    head, role = actor.name.casefold().split()[-1], (actor.role or "").split()[-1:]
    # "Commanders" and "Four American senators" have the role of one of them
    return actor.name.islower() or any(head == f"{one}s" for one in role)
