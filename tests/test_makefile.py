"""What the Makefile runs of ours can be run: its Python one-liners name things that exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

MAKEFILE = (Path(__file__).parents[1] / "Makefile").read_text(encoding="utf-8")
ONE_LINERS = [line for line in re.findall(r"python -c '([^']+)'", MAKEFILE) if "reportedly" in line]


def test_there_is_something_to_run() -> None:
    assert ONE_LINERS


@pytest.mark.parser
@pytest.mark.parametrize("line", ONE_LINERS)
def test_one_liners_run(line: str) -> None:
    run = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
