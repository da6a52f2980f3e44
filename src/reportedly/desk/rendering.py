"""Templates: every value is escaped, its control and direction characters are spaces."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reportedly.desk.phrases import STATUS_WORDS, count, moment
from reportedly.desk.screens.words import about
from reportedly.desk.unknown import name_of
from reportedly.desk.wares import ware
from reportedly.desk.wording import QUADS, plain

_QUAD_WORDS = dict(QUADS.values())


@cache
def templates() -> Environment:
    """Return the environment of the desk's own templates."""
    environment = Environment(
        loader=PackageLoader("reportedly.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        marks=_marks(),
        statuses=STATUS_WORDS,
        quads=_QUAD_WORDS,
        count=count,
        name_of=name_of,
        about=about,
    )
    environment.filters.update(moment=moment, ware=ware, number=lambda n: f"{n:,}")
    return environment


def render(name: str, **values: Any) -> str:
    """Return the page that the template makes of the values."""
    return templates().get_template(name).render(**values)


def harmless(value: object) -> object:
    """Return what is about to be written with spaces for control and direction characters.

    What a template itself has made (Markup) stays. No value can miss this: it is no filter that
    has to be remembered.
    """
    if not isinstance(value, str) or isinstance(value, Markup) or value.isprintable():
        return value
    return "".join(c if c == " " or plain(c) else " " for c in value)


@cache
def _marks() -> Markup:
    # the package's own file, no text of a page
    return Markup(files(__package__).joinpath("static", "marks.svg").read_text(encoding="utf-8"))
