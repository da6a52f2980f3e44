"""The spaCy component: `nlp.add_pipe("reportedly")`, claims in `doc._.claims`.

spaCy finds this module by the package's entry point, so nothing has to be imported first.
Coding parses the text with the coder's own model; the pipeline it stands in may be blank.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc


class ClaimsComponent:
    """Sets `doc._.claims` to the claims of the document's text, offsets those of doc.text."""

    def __init__(self, lexicons: tuple[str, ...] = ()) -> None:
        import reportedly  # here: the coder itself loads spaCy, which loads this module

        self.coder = reportedly.load(lexicons=tuple(Path(name) for name in lexicons))

    def __call__(self, doc: Any) -> Any:
        """Return the document with its claims; an empty one has none."""
        from reportedly.coding.coder import bare_article

        doc._.claims = self.coder.code(bare_article(doc.text)) if doc.text.strip() else []
        return doc


@Language.factory("reportedly", default_config={"lexicons": []}, assigns=["doc._.claims"])
def make_component(nlp: Language, name: str, lexicons: list[str]) -> ClaimsComponent:  # noqa: ARG001
    """Return the component. lexicons: folders laid over the built-in ones."""
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", default=None)
    return ClaimsComponent(tuple(lexicons))
