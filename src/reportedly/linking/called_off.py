"""Acts that were planned and are called off: postponed, or cancelled."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec
from msgspec import Struct

from reportedly.records import Claim, Status


class Off(StrEnum):
    """How an act is called off."""

    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class CalledOff(NamedTuple):
    """What is called off and how. type, word: of the act, where it has no claim of its own."""

    how: Off
    type: str | None
    word: str | None


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    postponed: tuple[str, ...]
    cancelled: tuple[str, ...]
    nouns: dict[str, str]


@cache
def _table() -> _Table:
    text = (files(__package__) / "data" / "called_off.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Table)


def called_off(claim: Claim) -> CalledOff | None:
    """Return what the claim calls off; None for any other claim."""
    for rule in claim.rules:
        if how := _how(rule):
            if rule.startswith("en.support."):
                return CalledOff(how, None, None)
            return _by_noun(claim, how)
    return None


def _how(rule: str) -> Off | None:
    for how, entries in ((Off.POSTPONED, _table().postponed), (Off.CANCELLED, _table().cancelled)):
        if any(rule == one or (one[-1] == "." and rule.startswith(one)) for one in entries):
            return how
    return None


def _by_noun(claim: Claim, how: Off) -> CalledOff | None:
    """Return what a verb calls off, by the noun in its object; None where that names no act."""
    for rule in claim.rules:
        parts = rule.split(".")
        if parts[:2] == ["en", "noun"] and parts[2] in _table().nouns:
            return CalledOff(how, _table().nouns[parts[2]], parts[2])
    return None


class Subject(NamedTuple):
    """What a claim is about, by itself or as what it calls off."""

    type: str | None
    mode: str | None
    status: Status
    off: Off | None
    word: str


def subject_of(claim: Claim) -> Subject:
    """Return what a claim is about: talks, where it is that talks are called off."""
    found = called_off(claim)
    if found and found.word:
        return Subject(found.type, None, Status.NEGATED, found.how, found.word)
    off = found.how if found else None
    return Subject(claim.type, claim.mode, claim.status, off, claim.trigger.text)
