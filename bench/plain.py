"""Plain sentences, written blind: is what a careful reader records found, and nothing reversed?

What the rows hold and how they were written: corpus/plain/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from bench import texts
from bench.outcome import EXACT, INFORMATIVE, Figure, Outcome, digest, missing, progress
from reportedly.coding.coder import Coder, bare_article
from reportedly.records import Actor, Claim, ClaimKind, Status, Voice

PLAIN = Path(__file__).parent.parent / "corpus" / "plain"
#: sentences of each kind of fault whose misses may be read, by the last number of their ids
SHOWN = frozenset((1, 2, 5))
FOLDS = ("all", "open", "closed")
#: the gate guards what must not fall, so misreadings are counted from the other side, too
SAFE, DANGEROUS = "sentences without a dangerous misreading", "dangerous misreadings"


class Wanted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One claim that a reader records; a field that is absent is not asked for.

    trigger   words of the text
    claim     its kind; None: any
    type      and type_ok: further types that are right
    status    those that are right; () is not asked for
    actors, recipients, voices   words of each; () asks for nobody, None for nothing
    goods     words of each
    time      first day, and time_ok: further ones that are right, null being no time
    optional  no miss where the coder records nothing there
    """

    trigger: str
    claim: ClaimKind | None = None
    type: str | None = None
    type_ok: tuple[str, ...] = ()
    status: tuple[Status, ...] = ()
    actors: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    voices: tuple[str, ...] | None = None
    goods: tuple[str, ...] = ()
    time: str | None = None
    time_ok: tuple[str | None, ...] = ()
    place: str | None = None
    parties_either_way: bool = False
    optional: bool = False


class Danger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What no claim may say: all that is given here at once."""

    why: str
    type: str | None = None
    status: tuple[Status, ...] = ()
    actors: str | None = None
    recipients: str | None = None
    trigger: str | None = None


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One text with what must and what must never be recorded of it; file is its file's name."""

    id: str
    kind: str
    text: str
    published: str | None = None
    near_miss: bool = False
    must: tuple[Wanted, ...] = ()
    never: tuple[Danger, ...] = ()
    file: str = ""

    @property
    def fold(self) -> str:
        """Return "open", or "closed": only ever scored."""
        number = int(self.id.rpartition("-")[2])
        shown = number in SHOWN if self.file == "kinds_of_faults" else number % 2
        return "open" if shown else "closed"


class Judged(NamedTuple):
    """A row's counts of required claims; its faults (trigger, what) and its dangers (why)."""

    row: Row
    required: int
    found: int
    right: int
    faults: tuple[tuple[str, str], ...]
    dangers: tuple[str, ...]


def read(folder: Path = PLAIN) -> list[Row]:
    """Return all rows, file by file. Raises msgspec.ValidationError on an unknown field."""
    decoder = msgspec.json.Decoder(Row)
    return [
        msgspec.structs.replace(decoder.decode(line), file=path.stem)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def named(words: str, names: Iterable[str]) -> bool:
    """Return whether one name holds all the words, or longer ones that begin with them."""
    begins = [re.compile(rf"(?<!\w){re.escape(word)}", re.IGNORECASE) for word in words.split()]
    return any(all(begin.search(name) for begin in begins) for name in names)


def _names(parties: Iterable[Actor | Voice]) -> list[str]:
    return [f"{one.text or ''} {one.name or ''}" for one in parties]


def touches(claim: Claim, words: str, text: str) -> bool:
    """Return whether the claim's trigger shares a character with the words, wherever they stand."""
    found = re.finditer(re.escape(words), text, re.IGNORECASE)
    return any(claim.trigger.start < hit.end() and hit.start() < claim.trigger.end for hit in found)


def _typed(claim: Claim, want: Wanted) -> bool:
    kind = want.claim is None or claim.kind is want.claim
    return kind and (want.type is None or claim.type in (want.type, *want.type_ok))


def wrong(claim: Claim, want: Wanted) -> tuple[str, ...]:
    """Return the names of the fields that are asked for and not right."""
    actors, recipients = _names(claim.actors), _names(claim.recipients)
    both = [*actors, *recipients] if want.parties_either_way else []
    voices = _names(claim.voices)
    place = [f"{claim.place.text or ''} {claim.place.name or ''}"] if claim.place else []
    days = (want.time, *want.time_ok)
    first = claim.time.start[:10] if claim.time and claim.time.start else None
    right = {
        "status": not want.status or claim.status in want.status,
        "actors": _parties(want.actors, actors, both or actors),
        "recipients": _parties(want.recipients, recipients, both or recipients),
        "voices": _parties(want.voices, voices, voices),
        "goods": all(named(words, [one.text for one in claim.goods]) for words in want.goods),
        "time": days == (None,) or first in days,
        "place": want.place is None or named(want.place, place),
    }
    return tuple(name for name, fine in right.items() if not fine)


def _parties(want: tuple[str, ...] | None, own: Sequence[str], among: Sequence[str]) -> bool:
    if not want:
        return want is None or not own
    return all(named(words, among) for words in want)


def meets(claim: Claim, danger: Danger, text: str) -> bool:
    """Return whether the claim says what must never be said."""
    return (
        (danger.type is None or claim.type == danger.type)
        and (not danger.status or claim.status in danger.status)
        and (danger.actors is None or named(danger.actors, _names(claim.actors)))
        and (danger.recipients is None or named(danger.recipients, _names(claim.recipients)))
        and (danger.trigger is None or touches(claim, danger.trigger, text))
    )


def fault(claims: Sequence[Claim], want: Wanted, text: str) -> str:
    """Return "", "missing", "type", or the wrong fields of the claim that comes nearest."""
    near = [claim for claim in claims if touches(claim, want.trigger, text)]
    if not near:
        return "" if want.optional else "missing"
    typed = [wrong(claim, want) for claim in near if _typed(claim, want)]
    return ", ".join(min(typed, key=len)) if typed else "type"


def judged(row: Row, claims: Sequence[Claim]) -> Judged:
    """Hold the claims of one text against its row."""
    pairs = [(want, fault(claims, want, row.text)) for want in row.must]
    asked = [what for want, what in pairs if not want.optional]
    lost = sum(what in ("missing", "type") for what in asked)
    told = tuple((want.trigger, what) for want, what in pairs if what)
    dangers = [one.why for one in row.never if any(meets(c, one, row.text) for c in claims)]
    return Judged(row, len(asked), len(asked) - lost, asked.count(""), told, tuple(dangers))


def counts(done: Sequence[Judged]) -> dict[str, tuple[int, int, str]]:
    """Return, by the name of each figure, how many of how many of what."""
    required, sentences = sum(one.required for one in done), len(done)
    bad = sum(bool(one.dangers) for one in done)
    fine = sum(not one.faults and not one.dangers for one in done)
    return {
        "found": (sum(one.found for one in done), required, "required claims"),
        "right in every told field": (sum(one.right for one in done), required, "required claims"),
        "sentences all right": (fine, sentences, "sentences"),
        SAFE: (sentences - bad, sentences, "sentences"),
        DANGEROUS: (bad, sentences, "sentences"),
    }


def figures(done: Sequence[Judged]) -> list[Figure]:
    """Return the figures of all rows, then of each fold. A floor guards what must not fall."""
    return [
        Figure(
            name=name if fold == "all" else f"fold: {fold}: {name}",
            value=some / every if every else None, count=every, of=of,
            guard=EXACT if fold == "all" and name != DANGEROUS else INFORMATIVE,
            peers="lower is better" if name == DANGEROUS else "",
        )
        for fold in FOLDS
        for name, (some, every, of) in counts(_of(done, fold)).items()
        if fold == "all" or name != SAFE
    ]  # fmt: skip


def details(done: Sequence[Judged]) -> dict[str, Any]:
    """Return the counts of each file, and of near misses as a group, by fold."""
    groups = {"near misses": [one for one in done if one.row.near_miss]}
    for one in done:
        groups.setdefault(one.row.file, []).append(one)
    return {name: {f: counts(_of(held, f)) for f in FOLDS} for name, held in groups.items()}


def _of(done: Sequence[Judged], fold: str) -> list[Judged]:
    return [one for one in done if fold in ("all", one.row.fold)]


def misses(done: Sequence[Judged]) -> list[dict[str, Any]]:
    """Return what is wrong in the open fold, one row a fault or danger."""
    return [
        {"id": row.id, "kind": row.kind, "what": what, "where": where, "text": row.text}
        for row, *_, faults, dangers in _of(done, "open")
        for where, what in (*((why, "NEVER") for why in dangers), *faults)
    ]


def run(coder: Coder, folder: Path = PLAIN) -> Outcome:
    """Score the coder on every row; nothing but the project's own files is needed."""
    rows = read(folder)
    if not rows:
        return missing("plain", "no rows")
    done = []
    for at, row in enumerate(rows, 1):
        article = texts.dated(bare_article(row.text), row.published)
        done.append(judged(row, coder.code(article)))
        progress("plain", at, len(rows))
    return Outcome(
        scorer="plain", figures=tuple(figures(done)), details=details(done),
        corpus=digest(msgspec.json.encode(row).decode() for row in rows),
        lists={"plain-misses": misses(done)},
    )  # fmt: skip
