"""Turn the lines of a user's actor files into entries, and lay them over the lexicons.

What such a file names, it names alone: a built-in entry of the same name goes, and another
entry loses the alias.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportedly.errors import ActorsError
from reportedly.lexicons.actors_csv import Line, read_lines
from reportedly.lexicons.schema import Entry, Office, Organisation, Person, Role, State

Tables = Mapping[str, tuple[Entry, ...]]
_PREFIX = {"state": "state", "organisation": "org", "person": "person"}
#: words of bodies' names that are no roles; the roles' own nouns for bodies come on top
_BODIES = frozenset(
    "league guard front fellowship order legion militia syndicate bloc office department agency"
    " service services forces guards rebels armed liberation".split()
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the lexicons say that the reading of an actor file needs.

    codes    names of states in lower case → code
    bodies   words that tell a body: "ministry", "army"
    sectors  role in lower case → its sectors
    """

    codes: Mapping[str, str]
    bodies: frozenset[str]
    sectors: Mapping[str, tuple[str, ...]]


def content_of(path: Path) -> bytes:
    """Return what the actor file holds; ActorsError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as problem:
        raise ActorsError((str(path), 0, ""), problem.strerror or "cannot be read") from problem


def laid_over(tables: Tables, files: Sequence[tuple[str, bytes]]) -> dict[str, tuple[Entry, ...]]:
    """Return the tables with the actors of each (path, content) laid over them, in order.

    Raises ActorsError for the first line that does not fit.
    """
    known = _known(tables)
    for file, content in files:
        actors = _actors(read_lines(file, content, known.codes))
        own = [(_kind(lines, known), lines) for lines in actors]
        tables = _laid(tables, [(kind, _entry(kind, lines, known)) for kind, lines in own])
    return dict(tables)


def _known(tables: Tables) -> Known:
    states = [entry for entry in tables.get("state", ()) if isinstance(entry, State)]
    roles = [entry for entry in tables.get("role", ()) if isinstance(entry, Role)]
    return Known(
        codes={n.lower(): s.code for s in states for n in (*s.names, s.name) if not s.sector},
        bodies=_BODIES | {n for r in roles if not r.person for n in (r.name, *r.names)},
        sectors={name: role.sector for role in roles for name in (role.name, *role.names)},
    )


def _actors(lines: Iterable[Line]) -> list[list[Line]]:
    """Return the lines of each actor, in order of first mention; no name stands for two."""
    actors: dict[str, list[Line]] = {}
    names: dict[str, Line] = {}
    for line in lines:
        actors.setdefault(line.name, []).append(line)
        words = (("name", (line.name,)), ("aliases", line.aliases))
        more = (("adjectives", line.adjectives), ("capital", (line.capital,)))
        for column, found in (*words, *more):
            for name in found:
                if name and (first := names.setdefault(name, line)).name != line.name:
                    problem = f"{name!r} already stands for {first.name!r} in line {first.number}"
                    raise ActorsError(line.at(column), problem)
    return list(actors.values())


def _one(lines: list[Line], column: str) -> str | None:
    """Return what the actor's lines say in a column where all must agree; None when nothing."""
    found: Line | None = None
    for line in lines:
        value = getattr(line, column)
        if found is None and value:
            found = line
        elif found is not None and value and value != getattr(found, column):
            said = getattr(found, column)
            problem = f"is {value!r}, but {said!r} for {line.name!r} in line {found.number}"
            raise ActorsError(line.at(column), problem)
    return getattr(found, column) if found else None


def _kind(lines: list[Line], known: Known) -> str:
    """Return the kind that the lines say, else what role, dates and name make likely."""
    if kind := _one(lines, "kind"):
        return kind
    words = lines[0].name.split()
    nouns = [word.lower() for word in words]
    nouns += [line.role.split()[-1].lower() for line in lines if line.role]
    if any(noun in known.bodies for noun in nouns):
        return "organisation"
    dated = any(line.start or line.end for line in lines)
    person = any(line.role for line in lines) or (dated and len(words) > 1)
    return "person" if person else "organisation"


def _entry(kind: str, lines: list[Line], known: Known) -> Entry:
    """Return the entry of one actor; its id is given when it is laid over the others."""
    _check(kind, lines)
    first = lines[0]
    country = _one(lines, "country")
    names = tuple(dict.fromkeys(n for line in lines for n in line.aliases if n != first.name))
    source = Path(first.file).name
    if kind == "state":
        return _state(lines, names, country, source)
    offices = _offices(lines, known)
    if kind == "person":
        return Person(
            id="", source=source, yes=(), name=first.name, names=names, country=country,
            offices=offices,
        )  # fmt: skip
    lasting = all(office.always and not office.role for office in offices)
    sectors = dict.fromkeys(sector for office in offices for sector in office.sectors)
    return Organisation(
        id="", source=source, yes=(), name=first.name, names=names, country=country,
        sector=tuple(sectors) if lasting else (), offices=() if lasting else offices,
    )  # fmt: skip


def _check(kind: str, lines: list[Line]) -> None:
    """Raise ActorsError for a cell that the kind of actor cannot have."""
    for line in lines:
        if kind != "state":
            for column in ("adjectives", "capital"):
                if getattr(line, column):
                    problem = "is for states only; write state in the column kind"
                    raise ActorsError(line.at(column), problem)
            if (line.start or line.end) and not (line.role or line.sectors):
                column = "from" if line.start else "to"
                raise ActorsError(line.at(column), "a date needs a sector or a role that it limits")
            continue
        cells = (("role", line.role), ("from", line.start), ("to", line.end))
        for column, value in cells:
            if value:
                raise ActorsError(line.at(column), "a state has no role and no dates")
        if len(line.sectors) > 1:
            raise ActorsError(line.at("sector"), "a state has one sector at most")


def _state(lines: list[Line], names: tuple[str, ...], code: str | None, source: str) -> State:
    if code is None:
        raise ActorsError(lines[0].at("country"), "is missing; a state needs its code")
    adjectives = tuple(dict.fromkeys(word for line in lines for word in line.adjectives))
    name = lines[0].name
    taken = {name, *names, *adjectives}
    people = (f"{word}s" for word in adjectives if re.search(r"(?:an|i)$", word))
    return State(
        id="",
        source=source,
        yes=(),
        code=code,
        name=name,
        names=names,
        adjectives=adjectives,
        people=tuple(word for word in people if word not in taken),
        capital=_one(lines, "capital"),
        sector=next((line.sectors[0] for line in lines if line.sectors), None),
    )


def _offices(lines: list[Line], known: Known) -> tuple[Office, ...]:
    """Return the offices in order of their beginning; a role alone brings its own sectors."""
    offices = []
    for line in lines:
        sectors = line.sectors or known.sectors.get((line.role or "").lower(), ())
        if line.role or sectors:
            offices.append(
                Office(
                    role=line.role or "",
                    sector=sectors[0] if sectors else "",
                    also=sectors[1:],
                    start=line.start,
                    end=line.end,
                    always=not (line.start or line.end),
                )
            )
    return tuple(sorted(offices, key=lambda office: (not office.always, office.start or "")))


def _laid(tables: Tables, own: Sequence[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    """Return the tables with own entries in place of those of the same names."""
    mine = frozenset(name for _, entry in own for name in _main_names(entry))
    every = mine | {name for _, entry in own for name in _further_names(entry)}
    laid = {name: list(rows) for name, rows in tables.items()}
    ids: dict[tuple[str, str], str] = {}
    for table in _PREFIX:
        kept = []
        for entry in laid.get(table, ()):
            name = _main_names(entry)[0]
            if name in mine:
                ids[table, name] = entry.id
            else:
                kept.append(_without(entry, every))
        laid[table] = kept
    taken = {entry.id for rows in laid.values() for entry in rows}
    for kind, entry in own:
        name = ids.get((kind, _main_names(entry)[0])) or _new_id(kind, entry, taken)
        taken.add(name)
        laid[kind].append(replace(entry, id=name))
    return {name: tuple(sorted(rows, key=lambda e: e.id)) for name, rows in laid.items()}


def _main_names(entry: Entry) -> tuple[str, ...]:
    assert isinstance(entry, State | Organisation | Person)
    return (entry.name, *entry.names)


def _further_names(entry: Entry) -> tuple[str, ...]:
    if not isinstance(entry, State):
        return ()
    return (*entry.adjectives, *entry.people, *([entry.capital] if entry.capital else []))


def _without(entry: Entry, taken: frozenset[str]) -> Entry:
    """Return the entry without the names that are taken."""
    changed: dict[str, object] = {}
    for key in ("names", "adjectives", "people", "seats", "places"):
        words = getattr(entry, key, ())
        if left := taken.intersection(words):
            changed[key] = tuple(word for word in words if word not in left)
    for key in ("short", "capital"):
        if getattr(entry, key, None) in taken:
            changed[key] = None
    return replace(entry, **changed) if changed else entry  # type: ignore[arg-type]


def _new_id(kind: str, entry: Entry, taken: set[str]) -> str:
    """Return an id for the entry: state.gon, org.iron_hills_guild, person.anna_keller."""
    name = _main_names(entry)[0]
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    slug = slug or hashlib.blake2b(name.encode(), digest_size=4).hexdigest()
    tries = [slug] if not isinstance(entry, State) else [entry.code.lower(), slug]
    tries += [f"{slug}_{number}" for number in range(2, len(taken) + 3)]
    return next(name for one in tries if (name := f"{_PREFIX[kind]}.{one}") not in taken)
