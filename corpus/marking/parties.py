"""Parties, voices and places of a claim, from the words of a marker.

police/PER.COP        words with country and sector; "/-" when neither is known
Lima=per/.GOV         words of a chain, whose code is taken over unless given
=per                  the chain's one mention in the sentence
Ana Ruiz@3            a party that stands in an earlier sentence
two Peruvians/PER!    persons, not their state, where no chain says so
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from corpus.marking import values
from corpus.marking.chains import Cast, form_of
from corpus.marking.errors import MarkError
from corpus.marking.spans import locate
from corpus.marking.texts import Document, Offsets

_PARTY = re.compile(
    r"(?P<words>[^=].*?)?(?:\s*=(?P<chain>[a-z][\w-]*)(?:#(?P<nth>\d+))?)?"
    r"(?P<code>/(?:-|[A-Z]+)?(?:\.(?:-|[A-Z]+))?)?(?P<person>!)?$"
)


@dataclass(frozen=True, slots=True)
class Where:
    """What the words of a field are read against."""

    document: Document
    cast: Cast
    sentence: int

    def span(self, words: str, bare: bool = False) -> Offsets:
        """Return the offsets of the words in this sentence, or in that after `@`."""
        return locate(words, self.document, self.sentence, bare)


def parties(text: str, where: Where) -> list[dict[str, Any]]:
    """Return the parties of an `a` or `r` field, parted by ";"."""
    return [party(one.strip(), where) for one in text.split(";") if one.strip()]


def party(text: str, where: Where) -> dict[str, Any]:
    """Return span, chain, country, sector and whether it is a person. Raises MarkError."""
    parts = _PARTY.match(text)
    if parts is None or not (parts["words"] or parts["chain"]):
        raise MarkError(f"{text!r} is no party: `words/PER.GOV`, `words=chain` or `=chain`")
    at = where.span(parts["words"], True) if parts["words"] else _of_chain(parts, where)
    chain = parts["chain"] or where.cast.chain_at(at, where.document)
    if chain is None and parts["code"] is None:
        raise MarkError(f"{text!r} has no chain and no code; write {text}/PER.GOV, or {text}/-")
    known = where.cast.known(chain) if chain else None
    given = values.code(parts["code"][1:]) if parts["code"] else (None, None)
    taken = (known.country, known.sector) if known else (None, None)
    country, sector = (
        None if new == "-" else new or old for new, old in zip(given, taken, strict=True)
    )
    person = where.cast.persons(chain) if chain else bool(parts["person"])
    return {
        "chain": chain,
        "country": country,
        "end": at[1],
        "person": person or bool(parts["person"]),
        "sector": sector,
        "start": at[0],
    }


def _of_chain(parts: re.Match[str], where: Where) -> Offsets:
    chain = where.cast.known(parts["chain"])
    told = [one for one in chain.mentions if one.sentence == where.sentence]
    here = sorted((one.start, one.end) for one in told)
    plain = [(one.start, one.end) for one in told if one.form != "pronoun"]
    nth = int(parts["nth"]) if parts["nth"] else 0
    if not here or nth > len(here):
        raise MarkError(f"chain {chain.id!r} has {len(here)} mentions in this sentence")
    if len(plain) == 1 and not nth:
        return plain[0]
    if len(here) > 1 and not nth:
        shown = ", ".join(
            f"={chain.id}#{n} {where.document.text[start:end]!r}"
            for n, (start, end) in enumerate(here, start=1)
        )
        raise MarkError(f"chain {chain.id!r} has {len(here)} mentions here: {shown}")
    return here[max(nth, 1) - 1]


def voices(text: str, where: Where) -> list[dict[str, Any]]:
    """Return the voices of a `v` field, outermost first: `SOURCE > cue [> what is said]`."""
    return [_voice(one.strip(), where) for one in text.split(";") if one.strip()]


def _voice(text: str, where: Where) -> dict[str, Any]:
    pieces = [one.strip() for one in re.split(r"(?:^|\s)>(?:\s|$)", text)]
    if len(pieces) not in (2, 3):
        raise MarkError(f"{text!r} is no voice: `SOURCE > cue`; - for an untold source or cue")
    source, cue = pieces[:2]
    said = pieces[2].split(" + ") if len(pieces) == 3 else []
    told = re.match(r"[+-](?=\S)", source)
    who = None if source == "-" else party(source[1:] if told else source, where)
    if who is None and cue == "-":
        raise MarkError(f"{text!r}: a voice has a source or a cue")
    at = where.span(cue) if cue != "-" else (None, None)
    named = bool(who) and (told[0] == "+" if told else _is_named(who or {}, where))
    return {
        "chain": who["chain"] if who else None,
        "content": sorted(where.span(one) for one in said),
        "country": who["country"] if who else None,
        "cue_end": at[1],
        "cue_start": at[0],
        "end": who["end"] if who else None,
        "named": named,
        "sector": who["sector"] if who else None,
        "start": who["start"] if who else None,
    }


def _is_named(who: dict[str, Any], where: Where) -> bool:
    if who["chain"] is None:
        return False
    chain = where.cast.known(who["chain"])
    return chain.kind in ("state", "org") or (chain.kind == "person" and chain.name is not None)


def place(text: str, where: Where) -> dict[str, Any]:
    """Return span, chain, country and name of a `p` field: `Lima/PER`, `Lima=lim`, `the mill/-`.

    The name is the chain's, or the words where they are a name; None for a mere description.
    """
    found = party(text, where)
    at = (found["start"], found["end"])
    chain = where.cast.known(found["chain"]) if found["chain"] else None
    words = " ".join(where.document.text[slice(*at)].split())
    name = chain.name if chain and chain.name else words if form_of(words) == "name" else None
    return {
        "chain": found["chain"],
        "country": found["country"],
        "end": at[1],
        "name": name,
        "start": at[0],
    }
