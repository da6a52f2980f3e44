"""The closed lists that marks draw from, and the messages for a word that is not in them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from corpus.marking.errors import MarkError, nearest
from reportedly import ontology
from reportedly.records.terms import Basis, ClaimKind, Factuality, Relation, Status

CHAIN_KINDS = ("person", "state", "org", "group", "place")
BASES = tuple(Basis)
RELATIONS = tuple(Relation)
#: the values that a status may have, the usual one first
VALUES: dict[Status, tuple[Factuality, ...]] = {
    Status.HAPPENED: (Factuality.CERTAIN,),
    Status.ONGOING: (Factuality.CERTAIN,),
    Status.PLANNED: (Factuality.PROBABLE,),
    Status.POSSIBLE: (
        Factuality.PROBABLE,
        Factuality.POSSIBLE,
        Factuality.UNCOMMITTED,
        Factuality.POSSIBLY_NOT,
    ),
    Status.CONDITIONAL: (Factuality.UNCOMMITTED, Factuality.CERTAINLY_NOT),
    Status.NEGATED: (Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT),
}
_CODE = re.compile(r"^(-|[A-Z]+)?(?:\.(-|[A-Z]+))?$")


@cache
def countries() -> frozenset[str]:
    """Return every country code: the states of the lexicon, and PLOVER's that are none."""
    folder = files("reportedly.lexicons") / "data" / "states"
    text = "\n".join(one.read_text(encoding="utf-8") for one in folder.iterdir())
    return frozenset(re.findall(r'(?m)^code = "([A-Z]{3})"', text)) | ontology.SUPRANATIONAL


@cache
def categories() -> frozenset[str]:
    """Return every category of goods in the lexicon, and the wider ones that contain them."""
    found: set[str] = set()
    for one in (files("reportedly.lexicons") / "data" / "goods").iterdir():
        rows = tomllib.loads(one.read_text(encoding="utf-8"))
        found |= {entry["category"] for entry in rows.get("good", ()) if "category" in entry}
    return frozenset(found | {name.partition(".")[0] for name in found})


def known(word: str, allowed: tuple[str, ...] | frozenset[str], what: str) -> str:
    """Return the word. Raises MarkError with the nearest right ones when it is not allowed."""
    if word not in allowed:
        raise MarkError(f"unknown {what} {word!r}{nearest(word, allowed)}")
    return word


def code(text: str) -> tuple[str | None, str | None]:
    """Return country and sector of `PER.GOV`; "-" for one that is unknown, None for one not given.

    A mere "-" is both. Raises MarkError for an unknown code.
    """
    parts = _CODE.match(text)
    if parts is None or not text:
        raise MarkError(f"{text!r} is no code; PER, PER.GOV, .REB or - is")
    country, sector = parts[1], parts[2]
    if country not in (None, "-"):
        known(str(country), countries(), "country")
    if sector not in (None, "-"):
        known(str(sector), frozenset(ontology.load().sectors), "sector")
    return ("-", "-") if text == "-" else (country, sector)


def act(text: str) -> tuple[ClaimKind, str | None, str | None, str]:
    """Return kind, type, mode and the rest of `SANCTION.expel happened` or `want AID ongoing`."""
    words = text.split()
    kind = ClaimKind.EVENT
    if words and words[0].lower() in tuple(ClaimKind):
        kind = ClaimKind(words.pop(0).lower())
    name, _, mode = words[0].partition(".") if words else ("", "", "")
    if name.lower() in (*Status, "") or name.partition(":")[0] in tuple(Status):
        if kind is ClaimKind.EVENT:
            raise MarkError(f"{text!r} has no type{nearest(name, ontology.load().types)}")
        return kind, None, None, " ".join(words)
    known(name, tuple(ontology.load().types), "type")
    if mode:
        known(mode, tuple(ontology.load().types[name].modes), f"mode of {name}")
    return kind, name, mode or None, " ".join(words[1:])


def presented(text: str) -> tuple[Status, Factuality, int]:
    """Return status, value and number of `happened`, `possible:PS+` or `possible:PR+:0`.

    The value must be written for what is possible; the number follows from both.
    """
    if not text:
        raise MarkError(f"no status; there are {', '.join(Status)}")
    name, _, rest = text.partition(":")
    status = Status(known(name, tuple(Status), "status"))
    value, _, number = rest.partition(":")
    allowed = VALUES[status]
    if not value and status is Status.POSSIBLE:
        raise MarkError(f"possible needs its value: {', '.join(f'possible:{v}' for v in allowed)}")
    chosen = Factuality(known(value or allowed[0], allowed, f"value of {status}"))
    usual = 0 if status in (Status.PLANNED, Status.CONDITIONAL) else int(chosen.score)
    if chosen is Factuality.CERTAINLY_NOT:
        usual = -3
    return status, chosen, integer(number) if number else usual


def integer(text: str) -> int:
    """Return a factuality number. Raises MarkError when it is not a whole one from -3 to +3."""
    if re.fullmatch(r"[+-]?[0-3]", text) is None:
        raise MarkError(f"{text!r} is no factuality number; -3 … 3 are")
    return int(text)
