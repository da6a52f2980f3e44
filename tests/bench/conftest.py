"""Makes the bench folder, which is not installed, importable from any working directory."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
