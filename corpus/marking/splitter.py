"""Our own cut of a text into sentences: fixed rules, no model, so that marks keep their numbers.

A sentence ends at a full stop, question or exclamation mark (closing quotation marks and brackets
included) before a space and a capital, a digit or an opening mark, and at a line's end. No end:
after an abbreviation, an initial, "No." before a number, "p.m." before a day, or in "U.S. Navy".
"""

from __future__ import annotations

import re

_ABBREVIATIONS = frozenset(
    """mr mrs ms messrs dr prof gen lt col sgt capt cmdr adm maj brig cpl rev hon gov sen rep pres
    st mt ft vs jr sr inc ltd co corp dept approx jan feb mar apr jun jul aug sep sept oct nov
    dec""".split()
)
_BEFORE_NUMBER = frozenset("no nos art fig vol pp".split())
_DAY = re.compile(r"\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]{2,8} \d)")
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[—–-]*\s?[A-Z0-9À-Þ$€£])")
_LAST_WORD = re.compile(r"[^\s\"'“‘«(\[]+$")


def split(text: str) -> tuple[tuple[tuple[int, int], ...], frozenset[int]]:
    """Return the sentences' offsets, and the numbers (from 1) of those that begin a paragraph."""
    found: list[tuple[int, int]] = []
    breaks: set[int] = set()
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        if found:
            breaks.add(len(found) + 1)
        found += _in_line(text, line.start(), line.end())
    return tuple(found), frozenset(breaks)


def _in_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    ends = [
        m.end()
        for m in _END.finditer(text, start, end)
        if _closes(text[start : m.end()], text[m.end() : m.end() + 20])
    ]
    found = []
    for stop in [*ends, end]:
        words = text[start:stop]
        if words.strip():
            lead = len(words) - len(words.lstrip())
            found.append((start + lead, start + len(words.rstrip())))
        start = stop
    return found


def _closes(before: str, after: str) -> bool:
    """Return whether the words up to here, which end in a mark, are a whole sentence."""
    bare = before.rstrip("\"'”’»)]")
    if not bare.endswith(".") or bare.endswith(".."):
        return True
    word = _LAST_WORD.search(bare[:-1])
    last = word.group().lower() if word else ""
    if last in _BEFORE_NUMBER:
        return not after.lstrip()[:1].isdigit()
    if last in ("a.m", "p.m"):
        return _DAY.match(after) is None
    initial = len(last) == 1 and last.isalpha()
    return not (initial or last in _ABBREVIATIONS or re.fullmatch(r"(?:[a-z]\.)+[a-z]", last))
