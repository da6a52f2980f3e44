"""What every record can do: come out as a dict or as a line of JSON."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct


class Record(Struct, frozen=True, kw_only=True):
    """A frozen record. Field names and values are those of `--format jsonl`."""

    def to_dict(self) -> dict[str, Any]:
        """Return the fields as plain dicts, lists, strings and numbers; an enum as its string."""
        plain = msgspec.json.decode(self.to_json())
        assert isinstance(plain, dict)
        return plain

    def to_json(self) -> str:
        """Return the record as the one line that `--format jsonl` prints, without its break."""
        return msgspec.json.encode(self).decode("utf-8")
