"""Which files are the project's own: those that git tracks."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@cache
def tracked() -> frozenset[Path]:
    """Return the files that git tracks; a note of the user's own in the folder is none.

    Empty without git, or where the folder is no checkout: nobody knows then which are ours.
    """
    try:
        asked = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return frozenset()
    names = [name for name in asked.stdout.split("\0") if name] if asked.returncode == 0 else []
    return frozenset(path for name in names if (path := ROOT / name).is_file())


def ours(folder: Path, pattern: str) -> list[Path]:
    """Return the tracked files that fit the pattern, sorted; all that fit where nobody knows."""
    return sorted(path for path in folder.glob(pattern) if not tracked() or path in tracked())
