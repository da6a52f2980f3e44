"""Two checkouts of the project, each of which codes the same texts in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.compare.texts import Text

WRITER = Path(__file__).with_name("write_claims.py")
PACKAGE = Path("src/reportedly")


class VersionError(Exception):
    """A version that is not there, or whose coder cannot be run."""


@contextmanager
def checkout(base: str, root: Path) -> Iterator[Path]:
    """Give the folder of a version: base itself where it holds a checkout, else a reference of git.

    A reference is checked out beside the system's temporary files, and removed in the end.
    Raises VersionError for what is neither.
    """
    if (Path(base) / PACKAGE).is_dir():
        yield Path(base)
        return
    commit = _git(root, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}")
    if commit.returncode:
        raise VersionError(f"{base!r} is no reference of git, and no folder with {PACKAGE} in it")
    with tempfile.TemporaryDirectory(prefix="reportedly-") as temporary:
        folder = Path(temporary) / "base"
        made = _git(root, "worktree", "add", "--detach", str(folder), commit.stdout.strip())
        try:
            if made.returncode or not (folder / PACKAGE).is_dir():
                raise VersionError(f"{base!r} holds no {PACKAGE}; {made.stderr.strip()}")
            yield folder
        finally:
            _git(root, "worktree", "remove", "--force", str(folder))


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def coded(versions: Sequence[Path], texts: Sequence[Text]) -> list[list[dict[str, Any]]]:
    """Return each version's lines, a text a line; the versions run at the same time.

    Raises VersionError with what a version said when it could not be run.
    """
    with tempfile.TemporaryDirectory(prefix="reportedly-") as temporary:
        folder = Path(temporary)
        given = folder / "texts.jsonl"
        given.write_text("".join(json.dumps(text._asdict()) + "\n" for text in texts), "utf-8")
        outs = [folder / f"{number}.jsonl" for number in range(len(versions))]
        running = [_start(*pair, given) for pair in zip(versions, outs, strict=True)]
        try:
            said = [process.communicate()[1] for process in running]
        finally:
            for process in running:
                process.kill()
        for version, process, words in zip(versions, running, said, strict=True):
            if process.returncode:
                raise VersionError(f"{version} cannot be run:\n{words.strip()}")
        return [_lines(out) for out in outs]


def _start(version: Path, out: Path, given: Path) -> subprocess.Popen[str]:
    # -P: the folder of the script must not come before the libraries
    command = [sys.executable, "-P", str(WRITER), str(version / "src"), str(given), str(out)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
