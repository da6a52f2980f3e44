"""Reportedly reads news reports and records who did what to whom, and who says so.

import reportedly
coder = reportedly.load()
article = coder.read("Moscow denied that it had received weapons from Iran.")
for claim in coder.code(article):
    print(claim.type, claim.status, [voice.name for voice in claim.voices])
"""

from reportedly.coding.coder import Coder, load
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
    Section,
    SectionKind,
    Span,
    Status,
    Time,
    Voice,
)

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
    "ReadingError",
    "RecordError",
    "ReportedlyError",
    "Section",
    "SectionKind",
    "Span",
    "Status",
    "StoreError",
    "Time",
    "UsageError",
    "Voice",
    "load",
]
