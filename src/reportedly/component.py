"""The spaCy component: `nlp.add_pipe("reportedly")`, claims in `doc._.claims`."""

from __future__ import annotations

from typing import Any


class ClaimsComponent:
    """Sets `doc._.claims` to the claims of the document's text."""

    def __init__(self, lexicons: tuple[str, ...] = ()) -> None:
        from pathlib import Path

        import reportedly

        self.coder = reportedly.load(lexicons=tuple(Path(name) for name in lexicons))

    def __call__(self, doc: Any) -> Any:
        doc._.claims = self.coder.code(self.coder.read(doc.text))
        return doc


def make_component(nlp: Any, name: str, lexicons: list[str]) -> ClaimsComponent:  # noqa: ARG001
    """Return the component; spaCy calls this. lexicons: folders laid over the built-in ones."""
    from spacy.tokens import Doc

    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", default=None)
    return ClaimsComponent(tuple(lexicons))


make_component.__dict__["default_config"] = {"lexicons": []}
