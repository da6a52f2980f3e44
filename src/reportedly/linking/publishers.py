"""Who publishes, who is an agency, and who owns whom: data/publishers.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct


class House(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An agency or a publisher; data/publishers.toml says what the fields are."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    owner: str | None = None
    source: str

    @property
    def agency(self) -> bool:
        """Tell whether others print its reports."""
        return self.id.startswith("agency.")


class Houses(NamedTuple):
    """All of them, by every name in lower case, and by host."""

    by_name: dict[str, House]
    by_host: dict[str, House]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    agency: tuple[House, ...]
    publisher: tuple[House, ...]


@cache
def houses() -> Houses:
    """Return the agencies and publishers of the table."""
    text = (files(__package__) / "data" / "publishers.toml").read_text(encoding="utf-8")
    table = msgspec.convert(tomllib.loads(text), _File)
    every = (*table.agency, *table.publisher)
    return Houses(
        {name.casefold(): house for house in every for name in (house.name, *house.names)},
        {host: house for house in every for host in house.hosts},
    )


def agency_names() -> list[str]:
    """Return every name of every agency, the longest first."""
    found = {name for h in houses().by_name.values() if h.agency for name in (h.name, *h.names)}
    return sorted(found, key=lambda name: (-len(name), name))


def named(name: str | None) -> House | None:
    """Return the house of that name, whatever its case and a "The" before it."""
    plain = " ".join((name or "").casefold().split())
    table = houses().by_name
    return table.get(plain) or table.get(plain.removeprefix("the "))


def at(url: str | None) -> House | None:
    """Return the house that an address belongs to, by its host or one above it."""
    host = host_of(url)
    while "." in host:
        if host in houses().by_host:
            return houses().by_host[host]
        host = host.partition(".")[2]
    return None


def host_of(url: str | None) -> str:
    """Return the host of an address in lower case, without what only tells the device."""
    try:
        host = (urlsplit(url or "").hostname or "").casefold()
    except ValueError:
        return ""
    for prefix in ("www.", "m.", "mobile.", "amp."):
        host = host.removeprefix(prefix)
    return host


def outlet_of(publisher: str | None, url: str | None) -> str | None:
    """Return the name by which an outlet is counted: that of the table, else as the page has it."""
    house = named(publisher) or at(url)
    if house:
        return house.name
    return publisher or host_of(url) or None
