"""Is it English? Told by its commonest words and its script; short texts are not judged."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from reportedly.errors import WrongLanguage

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters: a language does not change its mind after that


@cache
def _table() -> tuple[dict[str, frozenset[str]], dict[str, float]]:
    path = files("reportedly.reading") / "data" / "languages.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in data["words"].items()}, data[
        "thresholds"
    ]


def detect(text: str) -> str | None:
    """Return "en", the ISO 639-1 code of a likelier language, "und" for none that is known,
    or None when the text is too short to judge."""
    words = _WORD.findall(text[:_SAMPLE].casefold())
    languages, least = _table()
    if not words:
        return None
    letters = "".join(words)
    latin = sum(1 for sign in letters if sign < "\u0250" or "\u1e00" <= sign < "\u1f00")
    if latin < least["least_latin"] * len(letters):
        return "und" if len(letters) >= 2 * least["fewest_words"] else None
    if len(words) < least["fewest_words"]:
        return None
    counts = {name: sum(word in common for word in words) for name, common in languages.items()}
    english = counts["en"]
    likeliest = max(counts, key=lambda name: (counts[name], name == "en"))
    if english == counts[likeliest]:
        likeliest = "en"
    if likeliest != "en":
        return likeliest if counts[likeliest] >= 3 else None
    if english >= least["least_share"] * len(words):
        return "en"
    return None if len(words) < least["certain_words"] else "und"


def require_english(text: str, where: str) -> str | None:
    """Return "en", or None when the text is too short to judge. Raises WrongLanguage."""
    found = detect(text)
    if found in ("en", None):
        return found
    named = "in a language other than English" if found == "und" else f"in language {found!r}"
    raise WrongLanguage(where, f"the text is {named}; only English is coded")
