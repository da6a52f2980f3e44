"""Who answers for what a claim tells: of a denial who denies, not whom the denial cites."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from reportedly.records import Voice, innermost, together


def answering(voices: tuple[Voice, ...], denied: bool) -> tuple[Voice, ...]:
    """Return the voices that answer for what is told; () where the article itself does.

    Those are the innermost; of what is told as not so (denied) the innermost whose cue says that,
    where one does: in "Oslo rejected Togo's claim that it had paid" Oslo, and not Togo.
    """
    last = _denier(voices) if denied else None
    if last is None:
        return innermost(voices) if voices else ()
    return tuple(one for one in voices if together(one, last))


def cited(voices: tuple[Voice, ...], denied: bool) -> tuple[Voice, ...]:
    """Return the voices whose statement the claim only denies; () where it cites none so."""
    last = _denier(voices) if denied else None
    if last is None:
        return ()
    inside = voices[voices.index(last) + 1 :]
    return tuple(one for one in inside if not together(one, last))


def denying(voices: Iterable[Voice]) -> bool:
    """Tell whether one of the voices says, by its cue, that what is told is not so."""
    return _denier(tuple(voices)) is not None


def _denier(voices: Sequence[Voice]) -> Voice | None:
    """Return the innermost voice whose cue denies."""
    found = (one for one in reversed(voices) if one.cue.lower().startswith(_begin()))
    return next(found, None)


@cache
def _begin() -> tuple[str, ...]:
    # not among the room's data: no event hangs together by these
    text = files(__package__).joinpath("denials.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["begin"])
