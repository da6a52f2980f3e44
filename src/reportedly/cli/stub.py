"""A new predicate's stub, its sentences waiting to be filled in."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from reportedly import ontology
from reportedly.errors import UsageError

_WORD = re.compile(r"[a-z][a-z-]*")
_STUB = """\
[[predicate]]
id = "{id}"
lemma = "{lemma}"
{particle}pos = "{pos}"
type = "{type}"
{mode}source = "own observation of news usage"
# At least one sentence each. Mark the actor {{a:…}}, the recipient {{r:…}}, goods {{g:…}}:
#   "{{a:France}} … {{r:Iran}} over the arrests.",
yes = [
]
no = [
]
"""


def write_predicate(
    folder: Path,
    lemma: str,
    type: str,
    *,
    mode: str | None = None,
    pos: str = "verb",
    particle: str | None = None,
) -> Path:
    """Write the stub into folder/predicates/TYPE.toml, made or added to; return the file.

    Raises UsageError for a lemma that is no lower-case word, a mode that the type lacks, and
    an id that the file holds already.
    """
    for word in (lemma, particle):
        if word is not None and not _WORD.fullmatch(word):
            raise UsageError(f"{word!r} is no dictionary form; write one word in lower case")
    modes = ontology.event_type(type).modes
    if mode is not None and mode not in modes:
        has = ", ".join(modes) or "none"
        raise UsageError(f"{type} has no mode {mode!r}; its modes: {has}")
    name = "_".join(word for word in (lemma, particle) if word).replace("-", "_")
    stub = _STUB.format(
        id=f"en.{pos}.{name}",
        lemma=lemma,
        pos=pos,
        type=type,
        particle=f'particle = "{particle}"\n' if particle else "",
        mode=f'mode = "{mode}"\n' if mode else "",
    )
    path = folder / "predicates" / f"{type.lower()}.toml"
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if f"en.{pos}.{name}" in _ids(path, before):
        raise UsageError(f"{path}: has an entry 'en.{pos}.{name}' already; edit that one")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{before.rstrip()}\n\n{stub}".lstrip(), encoding="utf-8")
    return path


def _ids(path: Path, text: str) -> set[str]:
    try:
        rows = tomllib.loads(text).get("predicate", [])
    except tomllib.TOMLDecodeError as problem:
        raise UsageError(f"{path}: not TOML: {problem}; mend it first") from problem
    return {str(row.get("id")) for row in rows}
