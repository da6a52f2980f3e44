"""Who hands goods over and who gets them, as a filter of the ledger asks for them."""

from __future__ import annotations

import re
from typing import Any

from reportedly.store import Store
from reportedly.store.facts import party_keys_sql
from reportedly.store.filter import spelled

#: asks for what has no such side
NOT_TOLD = "none"
_CODE = re.compile(r"[A-Z]{3}")


def end_keys(
    store: Store, giver: str | None, receiver: str | None, good: str | None
) -> dict[str, Any]:
    """Return what ledger_part, ledger_count and matrix bind: terms, and for words that are none
    the keys of the parties that they name, in whole or in part. good: the category that goods
    have themselves, beside others in their claims."""
    found: dict[str, Any] = {"ware": good}
    for side, asked in (("giver", giver), ("receiver", receiver)):
        found[side] = asked
        found[f"{side}_keys"] = []
        if asked and not _is_term(asked):
            sql, values = party_keys_sql(asked)
            found[f"{side}_keys"] = [row["key"] for row in store.rows(sql, values)]
    return found


def end_words(giver: str | None, receiver: str | None, good: str | None) -> dict[str, Any]:
    """Return what ledger_lines binds: terms, and words that are none; good as in end_keys."""
    found: dict[str, Any] = {"ware": good}
    for side, asked in (("giver", giver), ("receiver", receiver)):
        words = asked if asked and not _is_term(asked) else None
        found |= {side: asked, f"{side}_words": words}
        found |= spelled(f"{side}_words", words or "")
    return found


def _is_term(asked: str) -> bool:
    """Say whether it is a country's code, "=" with a whole name, as a matrix has them, or none."""
    return asked.startswith("=") or asked == NOT_TOLD or bool(_CODE.fullmatch(asked))
