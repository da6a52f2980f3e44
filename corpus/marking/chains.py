"""Who is who: chains of mentions, from `k` and `m` lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from corpus.marking import values
from corpus.marking.errors import MarkError, nearest
from corpus.marking.notation import Written, WrittenMarks
from corpus.marking.spans import locate
from corpus.marking.texts import Document, Offsets

PRONOUNS = frozenset(
    """i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his
    himself she her hers herself it its itself they them their theirs themselves this that these
    those one both each all""".split()
)
_OF = re.compile(r"\b(?:of|in|at|from|for|on|near|and|or|with|to)\b|,")
_HEAD = re.compile(
    r"(?P<id>[a-z][\w-]*)(?:=(?P<kind>[a-z]+)(?:/(?P<code>[\w.-]+))?(?:\((?P<members>[^)]*)\))?)?"
    r"(?:\s+(?P<rest>.+))?$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a chain is mentioned; form: name, phrase or pronoun."""

    sentence: int
    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class Chain:
    """One person, state, org, group or place of the document; code parts None when unknown."""

    id: str
    kind: str
    country: str | None
    sector: str | None
    members: tuple[str, ...] = ()
    name: str | None = None
    mentions: tuple[Mention, ...] = ()


@dataclass(slots=True)
class Cast:
    """All chains of a document by id, and the chain of each span that is a mention."""

    chains: dict[str, Chain] = field(default_factory=dict)
    at: dict[Offsets, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def known(self, name: str) -> Chain:
        """Return the chain. Raises MarkError with the nearest id when there is none."""
        if name not in self.chains:
            raise MarkError(f"no chain {name!r}{nearest(name, self.chains)}")
        return self.chains[name]

    def chain_at(self, at: Offsets, document: Document) -> str | None:
        """Return the chain that is mentioned there, or by the longer phrase with the same head.

        "ministry" stands for its mention "Peru's ministry", but "Lima" not for "port of Lima".
        """
        if at in self.at:
            return self.at[at]
        longer = [
            (start, end)
            for start, end in self.at
            if end == at[1] and start < at[0] and not _OF.search(document.text[start : at[0]])
        ]
        return self.at[max(longer)] if longer else None

    def persons(self, name: str) -> bool:
        """Return whether the chain is a person or people, and not a state or a body."""
        chain = self.known(name)
        if chain.kind != "group":
            return chain.kind == "person"
        members = [self.chains[one] for one in chain.members if one in self.chains]
        return not members or any(one.kind == "person" for one in members)


def cast_of(marks: WrittenMarks, document: Document) -> Cast:
    """Return the chains with their mentions; lines that cannot be read are in `wrong`."""
    cast = Cast()
    for one in marks.chains:
        _guarded(cast, one, one.words, document, 0)
    for sentence in marks.sentences:
        for one in sentence.mentions:
            for group in one.words.split(";"):
                if group.strip():
                    _guarded(cast, one, group.strip(), document, sentence.number)
    for chain in cast.chains.values():
        for member in chain.members:
            if member not in cast.chains:
                cast.wrong.append(f"chain {chain.id}: no member {member!r} among the chains")
    return cast


def _guarded(cast: Cast, one: Written, words: str, document: Document, sentence: int) -> None:
    try:
        _take(cast, words, document, sentence)
    except MarkError as problem:
        cast.wrong.append(f"{one.line}: {problem}")


def _take(cast: Cast, words: str, document: Document, sentence: int) -> None:
    head = _HEAD.match(words)
    if head is None:
        raise MarkError(f"{words!r} is no chain: `id=kind/CODE words, words` or `id words`")
    rest = head["rest"] or ""
    if head["kind"]:
        _declare(cast, head, rest if sentence == 0 else None)
    chain = cast.known(head["id"])
    if sentence == 0:
        return
    wrong: list[str] = []
    for text in filter(str.strip, re.split(r",\s+|,$", rest)):
        try:
            if "=" in text:
                raise MarkError(f"{text.strip()!r}: a new chain begins after ;")
            chain = _mentioned(cast, chain, locate(text, document, sentence, True), document)
        except MarkError as problem:
            wrong.append(str(problem))
    cast.chains[chain.id] = chain
    if wrong:
        raise MarkError("; ".join(wrong))


def _declare(cast: Cast, head: re.Match[str], name: str | None) -> None:
    if head["id"] in cast.chains:
        raise MarkError(f"chain {head['id']!r} is declared twice; leave out ={head['kind']}")
    kind = values.known(head["kind"], values.CHAIN_KINDS, "kind of chain")
    country, sector = values.code(head["code"]) if head["code"] else (None, None)
    members = tuple(one.strip() for one in (head["members"] or "").split(",") if one.strip())
    cast.chains[head["id"]] = Chain(
        head["id"],
        kind,
        None if country == "-" else country,
        None if sector == "-" else sector,
        members,
        name if name and name != "-" else None,
    )


def _mentioned(cast: Cast, chain: Chain, at: Offsets, document: Document) -> Chain:
    text = document.text[slice(*at)]
    if text.lower() in ("who", "whom", "whose", "which"):
        raise MarkError(f"{text!r} is a relative pronoun, which is no mention")
    if at in cast.at:
        raise MarkError(f"{text!r} is a mention of {cast.at[at]} already")
    cast.at[at] = chain.id
    number = sentence_at(document, at)
    form = form_of(text, chain.kind)
    name = chain.name or (" ".join(text.split()) if form == "name" else None)
    mention = Mention(number, *at, form)
    return replace(chain, name=name, mentions=(*chain.mentions, mention))


def sentence_at(document: Document, at: Offsets) -> int:
    """Return the number of the sentence that holds the span."""
    return next(
        n
        for n, (start, end) in enumerate(document.sentences, start=1)
        if start <= at[0] and at[1] <= end
    )


def form_of(text: str, kind: str = "") -> str:
    """Return name, phrase or pronoun: a name ends in a word with a capital; groups have none."""
    words = text.split()
    if text.lower() in PRONOUNS:
        return "pronoun"
    return "name" if words[-1][0].isupper() and kind != "group" else "phrase"
