"""Affairs as forty outlets report them: wires, copies, own reports, denials, corrections, noise.

Deterministic by seed, and endless: the first thousand articles are the same however many follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from bench.scale.drafts import Draft, Filling, Told
from bench.scale.world import Act, State, World, world
from reportedly.records import Article, Claim

Item = tuple[Article, list[Claim]]

FIRST = date(2015, 1, 1)
#: affairs that begin on one day: news comes at one rate, so more articles cover more time
PER_DAY = 2
#: an old affair is told again after so many later ones, at least and at most
_AGAIN, _BACK = 30, 2_000
_FILLERS = 6
_WORD = re.compile(r"\{(noun|kind|does|surname)\d?\}")


class Line(NamedTuple):
    """A sentence with its slots, what it claims, and whether a third state reacts in it."""

    words: str
    told: Told | None = None
    turned: bool = False


class Affair(NamedTuple):
    """What happened, or did not: the fields are those of a claim."""

    act: Act
    actor: State
    recipient: State
    town: str
    minister: str
    critic: str
    number: int
    day: date
    thing: str
    second: Act
    third: State
    agency: str
    speaker: str
    seed: int
    key: str


def affair(seed: int, at: int) -> Affair:
    """Return affair number `at`, from 0; it is the same whatever else is asked for."""
    here, draw = world(seed), Random(f"affair {seed} {at}")
    actor, recipient, third = _states(here, draw)
    return Affair(
        act=draw.choice(here.acts),
        actor=actor,
        recipient=recipient,
        town=draw.choice(recipient.towns),
        minister=draw.choice(here.surnames),
        critic=draw.choice(here.surnames),
        number=draw.choice((draw.randint(3, 60), 50 * draw.randint(2, 200))),
        day=FIRST + timedelta(days=at // PER_DAY),
        thing=draw.choice(here.things),
        second=next(one for one in here.acts if one.type == "ACCUSE"),
        third=third,
        agency=draw.choice(here.agencies),
        speaker=draw.choice(here.speakers),
        seed=seed,
        key=f"{seed}-{at}",
    )


def items(number: int, seed: int = 7) -> Iterator[Item]:
    """Yield the first so many articles, each with its claims, about in order of time."""
    at = 0
    while number > 0:
        for item in _reports(seed, at):
            if number <= 0:
                return
            yield item
            number -= 1
        at += 1


def _states(here: World, draw: Random) -> list[State]:
    """Return three states, some far more often than others, as in the news."""
    found: list[State] = []
    while len(found) < 3:
        one = here.states[int(len(here.states) * draw.random() ** 1.5)]
        if one not in found:
            found.append(one)
    return found


def _reports(seed: int, at: int) -> Iterator[Item]:
    """Yield everything that is printed of an affair, and some noise beside it."""
    one, draw = affair(seed, at), Random(f"reports {seed} {at}")
    here = world(seed)
    outlets = draw.sample(here.outlets, 9)
    # from the start, so that an article costs alike in a small store and in a large one
    old = affair(seed, at - draw.randint(_AGAIN, min(at, _BACK))) if at >= _AGAIN else None
    if draw.random() < 0.3:
        yield _own(here, draw, one, outlets[0], -draw.randint(4, 9), "planned")
    yield from _wires(here, draw, one, outlets[1:5])
    for outlet in outlets[5:8]:
        yield _own(here, draw, one, outlet, draw.randint(0, 2), "happened", old)
    if draw.random() < 0.4:
        yield _own(here, draw, one, outlets[8], draw.randint(1, 3), "negated")
    if draw.random() < 0.2:
        title = f"Correction: {one.actor.name} and {one.recipient.name}"
        yield _own(here, draw, one, outlets[5], 3, "happened", None, title)
    for number in range(2):
        noise = affair(seed, -1 - 2 * at - number)._replace(day=one.day, key=f"{one.key}-n{number}")
        yield _own(here, draw, noise, draw.choice(here.outlets), 0, "happened")


def _wires(here: World, draw: Random, one: Affair, outlets: list[str]) -> Iterator[Item]:
    """Yield one agency's text as printed by several: whole, shortened, with another number."""
    lines = _lines(here, draw, one, "happened")
    other = one._replace(number=one.number + draw.randint(1, 9))
    for outlet, kept, credit, told in (
        (outlets[0], len(lines), True, one),
        (outlets[1], len(lines), True, one),
        (outlets[2], max(4, len(lines) * 2 // 3), False, one),
        (outlets[3], len(lines), False, other),
    ):
        draft = Draft()
        if credit:
            draft.plain(f"{one.town.upper()} ({one.agency}) -")
        for line in lines[:kept]:
            draft.say(line.words, _slots(told, line), line.told)
        yield _done(draft, draw, here, told, outlet, 0)


def _own(
    here: World, draw: Random, one: Affair, outlet: str, later: int, status: str,
    old: Affair | None = None, title: str | None = None,
) -> Item:  # fmt: skip
    """Return a report in words of its own; old: an affair of long ago that it also tells of."""
    draft = Draft()
    for line in _lines(here, draw, one, status):
        draft.say(line.words, _slots(one, line), line.told)
    if old:
        words = next(row for row in old.act.happened if "{day}" in row)
        line = Line(words, _told(old.act, "happened"))
        draft.say(words, _slots(old, line), line.told)
    return _done(draft, draw, here, one, outlet, later, title)


def _lines(here: World, draw: Random, one: Affair, status: str) -> list[Line]:
    """Return an act told twice, another's reaction, what is to come, and what stands around."""
    ways = list(getattr(one.act, status))
    draw.shuffle(ways)
    told = _told(one.act, status)
    around = [Line(_filled(here, draw, draw.choice(here.around))) for _ in range(_FILLERS)]
    if len(ways) > 1:
        around.insert(2, Line(ways[1], told))
    around.insert(3, Line(draw.choice(one.second.happened), _told(one.second, "happened"), True))
    if status != "planned":
        coming = draw.choice(one.act.planned).replace("{month}", "{next}")
        around.insert(5, Line(coming, _told(one.act, "planned")))
    return [Line(ways[0], told), *around]


def _filled(here: World, draw: Random, sentence: str) -> str:
    """Return the sentence with words drawn for its slots; those of the affair stay."""
    return _WORD.sub(lambda slot: draw.choice(here.words[slot[1]]), sentence)


def _told(act: Act, status: str) -> Told:
    return Told(act.type, act.mode, status, act.good)


def _slots(one: Affair, line: Line) -> dict[str, Filling]:
    day, actor, recipient = one.day, one.actor, one.recipient
    if line.turned:
        actor, recipient = one.third, one.actor
    where = world(one.seed).where[one.town]
    return {
        "actor": Filling(actor.name, actor.code),
        "recipient": Filling(recipient.name, recipient.code),
        "minister": Filling(f"Minister {one.critic if line.turned else one.minister}", actor.code),
        "number": Filling(f"{one.number:,}"),
        "good": Filling(one.act.goods or "goods"),
        "town": Filling(one.town),
        "town2": Filling(one.recipient.towns[0]),
        "place": Filling(one.town, one.recipient.code, at=where),
        "thing": Filling(one.thing),
        "voice": Filling(one.speaker),
        "day": Filling(f"{day:%A}, {day.day} {day:%B}", days=(day.isoformat(), day.isoformat())),
        "month": _month(day),
        "next": _month(day + timedelta(days=60)),
    }


def _month(day: date) -> Filling:
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return Filling(f"{day:%B}", days=(first.isoformat(), last.isoformat()))


def _done(
    draft: Draft, draw: Random, here: World, one: Affair, outlet: str, later: int,
    title: str | None = None,
) -> Item:  # fmt: skip
    day = one.day + timedelta(days=later)
    head = draw.choice(here.titles).format(
        actor=one.actor.name, recipient=one.recipient.name, town=one.town, thing=one.thing,
        surname=one.minister,
    )  # fmt: skip
    host = outlet.lower().replace(" ", "-")
    url = f"https://{host}.example/{one.key}-{draw.randint(0, 999_999)}"
    clock = f"T{draw.randint(5, 22):02d}:{draw.randint(0, 59):02d}:00+00:00"
    return draft.done(url=url, title=title or head, publisher=outlet, day=day.isoformat() + clock)
