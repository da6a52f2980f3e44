"""Questions that people ask of a store, one SQL file each. Readers' comments never count."""

from reportedly.views.dossier import ContestedRow, Dossier, dossier
from reportedly.views.drift import DriftRow, OutletDrift, drift, outlet_drift
from reportedly.views.events import EventRow, event_row, events
from reportedly.views.ledger import DEALS, LedgerRow, ledger
from reportedly.views.reports import (
    ArticleRow,
    ClaimRow,
    ProblemRow,
    SourceRow,
    TimelineRow,
    articles,
    claims,
    problems,
    sources,
    timeline,
)

__all__ = [
    "DEALS",
    "ArticleRow",
    "ClaimRow",
    "ContestedRow",
    "Dossier",
    "DriftRow",
    "EventRow",
    "LedgerRow",
    "OutletDrift",
    "ProblemRow",
    "SourceRow",
    "TimelineRow",
    "articles",
    "claims",
    "dossier",
    "drift",
    "event_row",
    "events",
    "ledger",
    "outlet_drift",
    "problems",
    "sources",
    "timeline",
]
