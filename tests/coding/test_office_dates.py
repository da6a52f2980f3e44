"""Office holders in dated articles: sector and former by the article's date.

The table is tests/cases/offices.toml; a party that it lists is [name, country, sector, former].
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from reportedly import Coder
from reportedly.coding.coder import bare_article
from reportedly.records import Actor, DateBasis, Dated

TABLE = Path(__file__).parents[1] / "cases" / "offices.toml"


def params() -> list[Any]:
    """Return one parameter a case; a pending one must fail."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
    return [
        pytest.param(
            row,
            id=row["id"],
            marks=[pytest.mark.xfail(reason=row["pending"], strict=True)]
            if "pending" in row
            else [],
        )
        for row in rows
    ]


def told(parties: Sequence[Actor]) -> list[list[str | bool]]:
    return [[p.name, p.country or "", p.sector or "", p.former] for p in parties]


@pytest.mark.parser
@pytest.mark.parametrize("case", params())
def test_office_dates(case: dict[str, Any], coder: Coder) -> None:
    article = bare_article(case["text"])
    if "published" in case:
        dated = Dated(value=str(case["published"]), basis=DateBasis.STATED)
        article = msgspec.structs.replace(article, published=dated)

    claims = [claim for claim in coder.code(article) if claim.type == case["type"]]

    assert len(claims) == 1
    for side in ("actors", "recipients"):
        if side in case:
            assert told(getattr(claims[0], side)) == case[side]
