"""The spaCy component: `nlp.add_pipe("reportedly")`, claims in `doc._.claims`.

spaCy finds this module by the package's entry point, so nothing has to be imported first; only
a program that reads stored documents without the component imports it itself. Coding parses the
text with the coder's own model; the pipeline it stands in may be blank.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.records import Claim

#: where a document keeps its claims, as JSON: what a document holds must fit into its bytes, to
#: be stored and to come back from another process
KEY = "reportedly.claims"


def claims_of(doc: Any) -> list[Claim] | None:
    """Return the document's claims; None when no component has been over it."""
    stored = doc.user_data.get(KEY)
    return None if stored is None else msgspec.json.decode(stored, type=list[Claim])


def keep_claims(doc: Any, claims: Iterable[Claim]) -> None:
    """Keep the claims in the document."""
    doc.user_data[KEY] = msgspec.json.encode(list(claims)).decode("utf-8")


class ClaimsComponent:
    """Sets `doc._.claims` to the claims of the document's text, offsets those of doc.text."""

    def __init__(self, lexicons: tuple[str, ...] = (), actors: tuple[str, ...] = ()) -> None:
        import reportedly  # here: the coder itself loads spaCy, which loads this module

        self.lexicons, self.actors = lexicons, actors
        self.coder = reportedly.load(
            lexicons=tuple(map(Path, lexicons)), actors=tuple(map(Path, actors))
        )

    def __call__(self, doc: Any) -> Any:
        """Return the document with its claims; an empty one has none."""
        from reportedly.coding.coder import bare_article

        keep_claims(doc, self.coder.code(bare_article(doc.text)) if doc.text.strip() else ())
        return doc

    def __reduce__(self) -> tuple[type[ClaimsComponent], tuple[tuple[str, ...], tuple[str, ...]]]:
        """Go to another process as settings: each loads its own model, none is copied."""
        return ClaimsComponent, (self.lexicons, self.actors)


if not Doc.has_extension("claims"):
    Doc.set_extension("claims", getter=claims_of, setter=keep_claims)


@Language.factory(
    "reportedly", default_config={"lexicons": [], "actors": []}, assigns=["doc._.claims"]
)
def make_component(
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
    lexicons: list[str],
    actors: list[str],
) -> ClaimsComponent:
    """Return the component. lexicons: folders laid over the built-in ones; actors: CSV files."""
    return ClaimsComponent(tuple(lexicons), tuple(actors))
