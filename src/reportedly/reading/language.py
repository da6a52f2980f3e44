"""Is it English? Told by its commonest words and its script; short texts are not judged."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from reportedly.errors import WrongLanguage

_WORD = re.compile(r"[^\W\d_]+")
#: what tells no language though it looks like short words of some: "K9", "F-35", "COVID-19", the
#: "s" of "Korea's", the letters of "U.S." and "J. K. Lee", a letter by itself ("Plan B"). Looked
#: for only where a word begins: tried at every letter, a word of 20,000 took sixteen seconds
_NO_WORD = re.compile(
    r"(?<![^\W_])[^\W_]*\d[^\W_]*(?:-[^\W_]+)*|(?<![^\W_])[^\W\d_]+-[^\W_]*\d[^\W_]*"
    r"|(?<=[^\W_])['’](?:s|t|d|m|re|ve|ll)\b"
    r"|\b(?-i:[A-Z])\b",
    re.IGNORECASE,
)
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
    sample = _NO_WORD.sub(" ", _sample(text))
    words = _WORD.findall(sample.casefold())
    languages, least = _table()
    if not words:
        return None
    letters = "".join(words)
    latin = sum(1 for sign in letters if sign < "\u0250" or "\u1e00" <= sign < "\u1f00")
    if latin < least["least_latin"] * len(letters):
        return "und" if len(letters) >= 2 * least["fewest_words"] else None
    if len(words) < least["fewest_words"]:
        return None
    # "Le Pen", "El Salvador", "Al Jazeera": what is written as a name is none of their articles
    small = [word for word in _WORD.findall(sample) if word.islower()] or words
    counts = {name: sum(word in common for word in small) for name, common in languages.items()}
    english = counts["en"] = sum(word in languages["en"] for word in words)
    likeliest = max(counts, key=lambda name: (counts[name], name == "en"))
    if english == counts[likeliest]:
        likeliest = "en"
    if likeliest != "en":
        return likeliest if counts[likeliest] >= 3 else None
    if english >= least["least_share"] * len(words):
        return "en"
    return None if len(words) < least["certain_words"] else "und"


def _sample(text: str) -> str:
    """Return the beginning of the text, without a word that the cut went through."""
    if len(text) <= _SAMPLE:
        return text
    return next(iter(text[:_SAMPLE].rsplit(None, 1)), "")


def require_english(text: str, where: str) -> str | None:
    """Return "en", or None when the text is too short to judge. Raises WrongLanguage."""
    found = detect(text)
    if found in ("en", None):
        return found
    named = "in a language other than English" if found == "und" else f"in language {found!r}"
    raise WrongLanguage(where, f"the text is {named}; only English is coded")
