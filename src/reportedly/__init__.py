"""Reportedly reads news reports and records who did what to whom, and who says so.

import reportedly
coder = reportedly.load()
article = coder.read("Moscow denied that it had received weapons from Iran.")
for claim in coder.code(article):
    print(claim.type, claim.status, [voice.name for voice in claim.voices])
"""

from typing import TYPE_CHECKING, Any

from reportedly.errors import (
    LexiconError,
    ReadingError,
    RecordError,
    ReportedlyError,
    StoreError,
    UsageError,
)
from reportedly.records import (
    Actor,
    Article,
    Attribution,
    Claim,
    ClaimKind,
    CoderInfo,
    Factuality,
    Good,
    Place,
    Price,
    Quantity,
    Section,
    SectionKind,
    Side,
    Span,
    Status,
    Time,
    Voice,
)

if TYPE_CHECKING:
    from reportedly.linking.coder import Coder, load

__all__ = [
    "Actor",
    "Article",
    "Attribution",
    "Claim",
    "ClaimKind",
    "Coder",
    "CoderInfo",
    "Factuality",
    "Good",
    "LexiconError",
    "Place",
    "Price",
    "Quantity",
    "ReadingError",
    "RecordError",
    "ReportedlyError",
    "Section",
    "SectionKind",
    "Side",
    "Span",
    "Status",
    "StoreError",
    "Time",
    "UsageError",
    "Voice",
    "load",
]


def __getattr__(name: str) -> Any:
    """Return Coder or load, whose room is imported when first asked for: spaCy imports this
    package whenever any model is loaded, and most commands code nothing."""
    if name not in {"Coder", "load"}:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reportedly.linking import coder

    return globals().setdefault(name, getattr(coder, name))
