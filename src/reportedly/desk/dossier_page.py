"""The dossier of two parties as one HTML page that needs nothing else: no script, no network.

Pages are hostile: the template escapes every value, an address becomes a link only when it is
http(s), and the page's own policy forbids scripts and anything from outside.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reportedly.desk.dossier_parts import parts_of
from reportedly.desk.rendering import harmless
from reportedly.desk.wording import GLYPHS, QUADS, plain
from reportedly.records import Claim
from reportedly.views import LINES, Dossier


def claim_ids(found: Dossier) -> list[str]:
    """Return the ids of the claims whose sentences the page shows, in reading order."""
    lines = [one.claim for part in LINES for one in getattr(found, part)]
    return [*lines, *(row.claim for one in found.contested for row in one.against)]


def page(found: Dossier, claims: Mapping[str, Claim], a: str, b: str) -> str:
    """Return the page. claims: by id, those of claim_ids; a row whose claim is missing shows its
    sentence without marks. a, b: what to call the two."""
    a, b = plain(a), plain(b)
    return (
        _templates()
        .get_template("dossier.html")
        .render(
            a=a,
            b=b,
            style=_style(),
            glyphs=GLYPHS,
            quads=QUADS,
            parts=parts_of(found, claims, a, b),
        )
        .lstrip()
    )


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("reportedly.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _style() -> Markup:
    # the package's own file, no text of a page
    return Markup(files(__package__).joinpath("dossier.css").read_text(encoding="utf-8"))
