"""How claims are put into a few words and signs, on pages and on the terminal alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportedly.linking.answering import denying
from reportedly.records import Actor, Good, Voice, together
from reportedly.records.amounts import number_of

if TYPE_CHECKING:
    from reportedly.views import LedgerRow

#: one sign a status; solid is done, hollow is not (yet), struck is denied
GLYPHS = {
    "happened": "●",
    "ongoing": "◐→",
    "planned": "○",
    "possible": "◌",
    "conditional": "◇",
    "negated": "⊘",
}
#: quad class → (short name, what it stands for)
QUADS = {
    1: ("vc", "words, cooperation"),
    2: ("mc", "deeds, cooperation"),
    3: ("vx", "words, conflict"),
    4: ("mx", "deeds, conflict"),
}
_TALK = frozenset({"discusses", "discuss"})
_GETTING = frozenset({"seeks", "seek", "takes", "take", "refuses", "refuse"})
_KEEPING = frozenset({"withholds", "withhold"})
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """Return text on one line, without control and direction characters.

    Pages are hostile: an escape sequence must not reach a terminal, nor an override of the
    direction turn a sentence around.
    """
    if text.isprintable():  # nearly all are: no such character, and no space but the usual one
        return " ".join(text.split())
    safe = (" " if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else c for c in text)
    return _SPACES.sub(" ", "".join(safe)).strip()


def party(actor: Actor) -> str:
    """Return the actor's name, with role and country where the name does not say them."""
    name = plain(actor.name)
    if actor.actor_id and actor.actor_id.startswith("state."):
        return name
    more = [plain(actor.role)] if actor.role and actor.role not in name.lower() else []
    more += [actor.country] if actor.country else []
    return f"{name} ({', '.join(more)})" if more else name


def parties(actors: Iterable[Actor]) -> str:
    """Return the actors' names, nobody twice, joined by commas."""
    return ", ".join(dict.fromkeys(party(actor) for actor in actors))


def who(actors: Iterable[Actor], recipients: Iterable[Actor]) -> str:
    """Return "A → B"; a side that the text leaves out is "(not named)"."""
    left, right = parties(actors), parties(recipients)
    if not right:
        return left or "(not named)"
    return f"{left or '(not named)'} → {right}"


def goods(found: Iterable[Good]) -> str:
    """Return the goods in the text's own words, each with its category."""
    return ", ".join(dict.fromkeys(good(one) for one in found))


def good(one: Good) -> str:
    """Return one good: its words, how much of it, its category, its price."""
    words = plain(one.text)
    much = "" if any(c.isdigit() for c in words) else number_of(one)
    if much:
        words = f"{words} ({much} × {plain(one.unit)})" if one.unit else f"{much} {words}"
    cost = f", {one.price.amount:,.10g} {one.price.currency}" if one.price else ""
    return f"{words} [{one.category}{cost}]"


def bargains(rows: Iterable[LedgerRow]) -> list[tuple[LedgerRow, tuple[Good, ...]]]:
    """Return the ledger's rows, those that only name another good of the same deal joined."""
    found: dict[tuple[object, ...], list[LedgerRow]] = {}
    for row in rows:
        found.setdefault((row.claim, row.deal, row.givers, row.receivers), []).append(row)
    return [(same[0], tuple(row.good for row in same)) for same in found.values()]


def bargain(row: LedgerRow, named: Iterable[Good]) -> str:
    """Return a deal as a clause: "Iran gives drones to Russia", "Russia seeks drones from Iran"."""
    givers, receivers, held = parties(row.givers), parties(row.receivers), goods(named)
    words = set(row.deal.split())
    untold = not givers and not receivers
    if untold or row.deal in {"denies", "hindered", "at stake", "mentions"} or words & _TALK:
        named_sides = (parties(row.actors), parties(row.recipients)) if untold else ()
        sides = " → ".join(side for side in named_sides or (givers, receivers) if side)
        return f"{sides}, {row.deal}: {held}" if sides else f"{row.deal}: {held}"
    if words & _GETTING:
        side = f" from {givers}" if givers else ""
        return f"{receivers or '(not named)'} {row.deal} {held}{side}"
    preposition = "from" if words & _KEEPING else "to"
    side = f" {preposition} {receivers}" if receivers else ""
    return f"{givers or '(not named)'} {row.deal} {held}{side}"


def voice(one: Voice) -> str:
    """Return who says so; "somebody" where the text hides it."""
    name = plain(one.text or one.name or "somebody")
    more = [] if one.named else ["unnamed"]
    more += [one.country] if one.country else []
    return f"{name} ({', '.join(more)})" if more else name


def said(voices: Sequence[Voice], status: str) -> str:
    """Return "alleged by A (said), citing B (claims)", or "denied by …"; "" without a voice."""
    told = ""
    for number, one in enumerate(voices):
        joined = number and together(voices[number - 1], one)
        link = "; and " if joined else "; who cites " if number else ""
        told += f"{link}{voice(one)}, “{plain(one.cue)}”"
    return f"{_verb(voices, status)} {told}" if told else ""


def _verb(voices: Sequence[Voice], status: str) -> str:
    """Return what the voices do. "Tehran denies" is a denial; "Tehran promised not to" is none."""
    if status != "negated":
        return "told by" if denied(voices) else "alleged by"
    return "denied by" if denied(voices) else "not so, says"


def denied(voices: Sequence[Voice]) -> bool:
    """Say whether one of the voices denies, by its cue."""
    return denying(voices)


def label(kind: str, type: str | None, mode: str | None) -> str:
    """Return what is claimed as a code: "CONSULT visit", "want: REQUEST"."""
    code = " ".join(word for word in (type, mode) if word)
    return code if kind == "event" else ": ".join(word for word in (kind, code) if word)


def days(start: str | None, end: str | None, dated: str | None = "claim") -> str:
    """Return the days; "published …" when they are only the article's, "published about …" when
    even those are not on its page, but worked out from it (dated: "derived")."""
    if not start and not end:
        return "undated"
    if start == end:
        text = start or ""
    elif start and end:
        text = f"{start} – {end}"
    else:
        text = f"from {start}" if start else f"until {end}"
    if dated == "derived":
        return f"published about {text}"
    return f"published {text}" if dated == "published" else text
