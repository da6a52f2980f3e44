"""Figures as files: the drawing that a screen shows, as SVG that needs no style sheet beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from fastapi.responses import Response

_TOKEN = re.compile(r"--([\w-]+): ([^;]+);")
_BOTH = re.compile(r"light-dark\(([^,()]+), ([^()]+)\)")
_USED = re.compile(r"var\(--([\w-]+)\)")
_SIZE = r"\bwidth=\"(?P<w>[\d.]+)\" height=\"(?P<h>[\d.]+)\""
_DRAWING = re.compile(rf"<svg(?=[^>]*{_SIZE})[^>]*>.*?</svg>", re.DOTALL)
_QUAD = re.compile(r"\.(vc|mc|vx|mx|nq|said) ?\{")
_LINK = re.compile(
    r'<a\b(?:[^>]*?(?P<class> class="[^"]*"))?[^>]*>|(?P<end></a>)|<title>.*?</title>', re.DOTALL
)
_NAMED = re.compile(r'data-name="([^"]*)"')
#: pixels around a drawing, and for the labels of one that is a table on the screen
_MARGIN, _LABEL = 12, 330


def svg_file(page: str, name: str) -> Response:
    """Answer with the drawings of a rendered page, one under the other.

    page is what a template of the desk made, so every word in it is escaped already.
    """
    body, width, height = "", 320.0, 20.0
    for number, (drawing, wide, high, label) in enumerate(_figures(page)):
        if not number:
            height = 0.0
        left = _LABEL if label is not None else 0.0
        if label:
            body += f'<text x="0" y="{height + high / 2 + 4:g}">{label}</text>'
        body += f'<g transform="translate({left:g} {height:g})">{drawing}</g>'
        width, height = max(width, wide + left), height + high + 4
    wide, high = width + 2 * _MARGIN, height + 2 * _MARGIN
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{high:g}"'
        f' viewBox="{-_MARGIN} {-_MARGIN} {wide:g} {high:g}">'
        f"<style>{_style()}</style>{_defs()}"
        f'<rect x="{-_MARGIN}" y="{-_MARGIN}" width="{wide:g}" height="{high:g}"'
        f' class="paperfill"/>'
        f'<g class="fig">{body}</g></svg>'
    )
    headers = {"content-disposition": f'attachment; filename="{name}.svg"'}
    return Response(whole.encode(), media_type="image/svg+xml", headers=headers)


def _figures(page: str) -> list[tuple[str, float, float, str | None]]:
    """Return the drawings with sizes and labels: of the page's figure, else of its table's rows.

    Links are groups, they would lead nowhere; what they are drawn like stays.
    """
    main = page.partition("<main")[2]
    figure = main.partition("<figure")[2].partition("</figure>")[0]
    found = []
    for one in _DRAWING.finditer(figure or main):
        label = _NAMED.search(one[0].partition(">")[0])
        if figure or label:
            drawing = _LINK.sub(_unlinked, one[0])
            words = label[1][:60] if label else None
            found.append((drawing, float(one["w"]), float(one["h"]), words))
    return found


def _unlinked(found: re.Match[str]) -> str:
    """Return a group for a link, nothing for a title."""
    if found["end"]:
        return "</g>"
    return f"<g{found['class'] or ''}>" if found[0].startswith("<a") else ""


@cache
def _style() -> str:
    """Return the rules for figures, light, with every token put in."""
    text = files(__package__).joinpath("static", "desk.css").read_text(encoding="utf-8")
    tokens = {name: _BOTH.sub(r"\1", value) for name, value in _TOKEN.findall(text)}
    parts = re.split(r"/\* -+ (\d+) .*?-+ \*/", text)
    rules = dict(zip(parts[1::2], parts[2::2], strict=True))
    kept = [rule for rule in _rules(rules["8"]) if ":hover" not in rule and ":focus" not in rule]
    kept += [rule for rule in _rules(rules["4"]) if _QUAD.match(rule)]
    kept += [rule for rule in _rules(rules["11"]) if rule.startswith("svg rect") or "land" in rule]
    base = "svg { font: 12px Arial, sans-serif; color: var(--nq); } text { fill: var(--ink); }"
    # in an element of its own ">" and "&" would have to be escaped; no rule here has either
    found = " ".join([base, *kept]).replace(">", " ")
    return _filled(found, tokens)


def _rules(text: str) -> list[str]:
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return [" ".join(rule.split()) for rule in re.findall(r"[^{}@]+\{[^{}]*\}", text)]


def _filled(text: str, tokens: Mapping[str, str]) -> str:
    for _ in range(3):  # a token may name another
        text = _USED.sub(lambda found: tokens.get(found[1], "inherit"), text)
    return text


@cache
def _defs() -> str:
    text = files(__package__).joinpath("static", "marks.svg").read_text(encoding="utf-8")
    return text[text.index("<defs>") : text.index("</svg>")]
