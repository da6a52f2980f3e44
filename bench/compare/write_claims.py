"""`python -P write_claims.py SRC TEXTS OUT`: the claims of the texts, by the package under SRC.

It runs with old versions of the package, too, so it asks for nothing but what they all have:
load, read, code_many and the records. It imports nothing else of bench.

TEXTS  JSON lines: name, text or (for a page) path, published (ISO, or "")
OUT    JSON lines in the same order: name, digest of the text as read, claims; or name, problem
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import msgspec


def article(coder: Any, row: dict[str, Any]) -> Any:
    """Return the row's article, with its day where that is known."""
    made = coder.read(Path(row["path"]).read_bytes() if row["path"] else row["text"])
    if not row["published"]:
        return made
    from reportedly.records import DateBasis, Dated

    when = Dated(value=row["published"], basis=DateBasis.STATED)
    return msgspec.structs.replace(made, published=when)


def coded(coder: Any, row: dict[str, Any]) -> dict[str, Any]:
    """Return the line that is written for one text."""
    try:
        ((read, claims),) = coder.code_many([article(coder, row)])
    except Exception as problem:  # noqa: BLE001 - a fault in one text is a difference, not an end
        return {"name": row["name"], "problem": f"{type(problem).__name__}: {problem}"}
    digest = hashlib.sha256(read.text.encode("utf-8", "surrogatepass")).hexdigest()
    return {"name": row["name"], "digest": digest, "claims": msgspec.to_builtins(claims)}


def main(source: Path, texts: Path, out: Path) -> int:
    """Write OUT. Return 2 where the package that is found is another one."""
    sys.path.insert(0, str(source))
    import reportedly

    if not Path(str(reportedly.__file__)).resolve().is_relative_to(source.resolve()):
        print(f"{source} holds no package reportedly", file=sys.stderr)
        return 2
    coder = reportedly.load()
    with texts.open(encoding="utf-8") as rows, out.open("w", encoding="utf-8") as lines:
        for row in map(json.loads, rows):
            lines.write(json.dumps(coded(coder, row)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
